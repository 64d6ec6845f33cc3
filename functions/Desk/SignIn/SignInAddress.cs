using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.SignIn;

/// <summary>The way to the sign-in and back.</summary>
internal static class SignInAddress
{
    /// <summary>Leads back to the page that was asked for.</summary>
    public static string For(HttpRequest request) => $"/sign-in?to={Uri.EscapeDataString(request.Path + request.QueryString.ToString())}";
}
