using Hub.Desk.Forms;
using Hub.Desk.Pages.SignIn;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.SignIn;

/// <summary>Shows the page to sign in on, as this hub's people sign in.</summary>
public sealed class SignInShowing(PageMaking pages, TokenSettings settings, DeskSettings desk)
{
    /// <param name="to">Where they go then: an address of this hub.</param>
    public IResult Ask(HttpRequest request, string to) => pages.Show<SignInPage>(request, Model(to));

    /// <summary>Again, with what is wrong with what was entered.</summary>
    public IResult Again(HttpRequest request, string to, FieldError wrong) =>
        pages.Show<SignInPage>(request, Model(to) with { Form = FormState.Empty with { Errors = [wrong] } }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Again, for somebody who was not signed in on the issuer's page.</summary>
    /// <param name="words">Why, and what to do.</param>
    public IResult Refused(HttpRequest request, string to, string words) =>
        pages.Show<SignInPage>(request, Model(to) with { Refusal = words }, StatusCodes.Status400BadRequest);

    private SignInModel Model(string to) => new() { To = to, People = [.. desk.People.Select(p => p.Person)], ByWorkAccount = settings.WorkAccounts is not null };
}
