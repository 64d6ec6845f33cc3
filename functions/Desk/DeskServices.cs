using Hub.Desk.Pages.Reviews;
using Hub.Desk.Serving;
using Hub.Desk.Words;
using Hub.Functions.Desk.Deadlines;
using Hub.Functions.Desk.Deported;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Desk.Inbox;
using Hub.Functions.Desk.Manifests;
using Hub.Functions.Desk.OneNotice;
using Hub.Functions.Desk.People;
using Hub.Functions.Desk.Quarantine;
using Hub.Functions.Desk.Reviews;
using Hub.Functions.Desk.SignIn;
using Hub.Functions.Desk.Travel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hub.Functions.Desk;

/// <summary>Puts the pages into an app's services, the same on every host. <see cref="DeskSettings"/> and data protection come from the host.</summary>
public static class DeskServices
{
    /// <summary>The longest text of one field a form sends: far above any field's own limit, which says so in words.</summary>
    private const int MaxFieldLength = 32 * 1024;

    private const int MaxFields = 1_000;

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = "form-token";
            forms.HeaderName = "X-Form-Token";
            forms.SuppressXFrameOptionsHeader = true;
        });

        // Data protection reads its keys as the process starts; they are read with the first page.
        foreach (var reading in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(DataProtectionOptions).Assembly).ToList())
        {
            services.Remove(reading);
        }

        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>>(provider => new ConfigureOptions<AntiforgeryOptions>(forms =>
        {
            var secure = provider.GetRequiredService<DeskSettings>().SecureCookies;
            forms.Cookie.Name = secure ? "__Host-desk-form" : "desk-form";

            // Strict would withhold it from a page reached by a link in a message: that page would make another, and what is half entered in other tabs could not be sent any more.
            forms.Cookie.SameSite = SameSiteMode.Lax;
            forms.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        }));
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = MaxFields;
            form.ValueLengthLimit = MaxFieldLength;
            form.MultipartBodyLengthLimit = FormReading.MaxBytes;
            form.BufferBodyLengthLimit = FormReading.MaxBytes;
        });

        // What a page repeats of a request, and what it keeps secret, are never in one answer that another site can ask for:
        // the session goes with no request that another site makes but a link. So compressing pages tells nothing.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        return services
            .AddTransient<IStartupFilter, CompressedPages>()
            .AddSingleton(_ => DeskAssets.BuiltIn)
            .AddSingleton<RecipientWords>()
            .AddSingleton<RoleWords>()
            .AddSingleton<FeedWords>()
            .AddSingleton<DeskSessions>()
            .AddSingleton<IssuerQuestions>()
            .AddSingleton<SignInShowing>()
            .AddSingleton<PageGate>()
            .AddSingleton<Said>()
            .AddSingleton<PageMaking>()
            .AddSingleton<PageFront>()
            .AddSingleton<Teams>()
            .AddSingleton<NoticeText>()
            .AddSingleton<InboxAcknowledging>()
            .AddSingleton<NoticeLinks>()
            .AddSingleton<ArrivalsAhead>()
            .AddSingleton<GivenReason>()
            .AddSingleton<KeptSearches>()
            .AddSingleton<AskedReason>()
            .AddSingleton<HeldItems>()
            .AddSingleton<FlightsAhead>()
            .AddSingleton<SuspectedBreaches>()
            .AddSingleton<TravelRight>()
            .AddSingleton<TravelFacts>()
            .AddSingleton<JourneyCards>()
            .AddSingleton<TravelReports>()
            .AddSingleton<AfterWords>()
            .AddSingleton<TimelineWords>()
            .AddSingleton<ReviewModels>()
            .AddSingleton<NextReview>()
            .AddSingleton<CaseReading>()
            .AddSingleton<TimelineReading>()
            .AddSingleton<DeportedCaseMaking>()
            .AddSingleton<ManifestListing>()
            .AddSingleton<ManifestShowing>();
    }
}
