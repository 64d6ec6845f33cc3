namespace Hub.DeportedOffenders.Attachments.Formats;

internal static class Incomplete
{
    /// <param name="what">What is not there, or not as it must be.</param>
    public static AttachmentRefusedException Of(string what) => new(
        AttachmentRefusal.NotWhole, $"The file is cut short or damaged: {what} is not where it must be. Send it again; where that does not help, save it anew first.");
}
