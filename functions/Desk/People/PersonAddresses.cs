namespace Hub.Functions.Desk.People;

/// <summary>Addresses of pages about one person, with why they are opened.</summary>
internal static class PersonAddresses
{
    public static string Record(string id, string? because = null) => With($"/desk/people/{Uri.EscapeDataString(id)}", because);

    public static string History(string id, string? because = null) => With($"/desk/people/{Uri.EscapeDataString(id)}/history", because);

    public static string Travel(string id, string because) => With($"/desk/travel/{Uri.EscapeDataString(id)}", because);

    private static string With(string address, string? because) => because is null ? address : $"{address}?because={because}";
}
