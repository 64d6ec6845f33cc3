namespace Hub.Desk.Tests.Browsers;

/// <summary>A page used by the keyboard alone.</summary>
internal static class KeyboardUse
{
    /// <summary>Presses Tab until a field of this name, or a link or button of these words, has the keyboard.</summary>
    public static async Task TabToAsync(this Desk desk, string what)
    {
        const int Most = 60;
        for (var i = 0; i < Most; i++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            if (await desk.Page.EvaluateAsync<string>("document.activeElement.name || document.activeElement.textContent.trim()") == what)
            {
                return;
            }
        }

        Assert.Fail($"The keyboard never comes to {what}.");
    }
}
