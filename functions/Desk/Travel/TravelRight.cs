using System.Text.Json;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Notices;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Travel;

/// <summary>
/// By what right somebody looks at a person's travel: a reason they gave, or a notice about that person which is
/// addressed to them, and is a reason by itself.
/// </summary>
public sealed class TravelRight(GivenReason given, ICaseStore cases)
{
    private const string Because = "because";
    private const string ByNotice = "notice";

    /// <returns>The reason as the access log has it, and the query that carries it on; null where there is none.</returns>
    public async Task<(string Reason, string Query)?> FindAsync(HttpRequest request, string nominal, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var kept = request.Query[Because].FirstOrDefault();
        if (given.Read(caller, kept) is { } reason)
        {
            return (reason, $"?{Because}={Uri.EscapeDataString(kept!)}");
        }

        var notice = request.Query[ByNotice].FirstOrDefault();
        return await IsToldAsync(caller, notice, nominal, cancellationToken) ? ($"notice {notice}", $"?{ByNotice}={notice}") : null;
    }

    /// <summary>The address of a person's travel for somebody who gave a reason.</summary>
    public string AddressFor(Caller caller, string nominal, string reason) => $"{AddressOf(nominal)}?{Because}={Uri.EscapeDataString(given.Protect(caller, reason))}";

    /// <summary>The address of a person's travel by a notice, where it is the caller's own; else one that asks why.</summary>
    public static string AddressFor(Caller caller, string nominal, Notice? notice) =>
        notice is not null && IsTheirs(caller, notice) ? $"{AddressOf(nominal)}?{ByNotice}={notice.Id}" : AddressOf(nominal);

    public static string AddressOf(string nominal) => $"/desk/travel/{Uri.EscapeDataString(nominal)}";

    /// <summary>The nominal that a notice says it is about; null where it names none.</summary>
    public static string? NominalOf(Notice notice) =>
        notice.Content.ValueKind == JsonValueKind.Object && notice.Content.TryGetProperty("nominal", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;

    private async Task<bool> IsToldAsync(Caller caller, string? id, string nominal, CancellationToken cancellationToken) =>
        NoticeId.TryGetCase(id, out var of)
        && await cases.ReadAsync(of, cancellationToken) is { } file
        && file.Notices.FirstOrDefault(n => n.Id == id) is { } notice
        && IsTheirs(caller, notice)
        && (NominalOf(notice) == nominal || of == TravelRecords.IdOf(nominal));

    /// <summary>What was withdrawn is a reason no more.</summary>
    private static bool IsTheirs(Caller caller, Notice notice) => notice.Recipient == caller.OwnRecipient && notice.State != NoticeState.Withdrawn;
}
