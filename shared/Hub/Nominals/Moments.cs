using Hub.Json;

namespace Hub.Nominals;

/// <summary>
/// Moments of which a source says that they have passed. One still to come would do harm at once: a record whose time
/// ends next month would match nobody from today, and one changed next month could not be changed until then.
/// </summary>
internal static class Moments
{
    /// <summary>How far a source's clock may run ahead of ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    public static DateTimeOffset? Passed(JsonFields fields, string name, DateTimeOffset now) => Checked(fields, name, fields.Instant(name), now);

    public static DateTimeOffset RequiredPassed(JsonFields fields, string name, DateTimeOffset now) => Checked(fields, name, fields.RequiredInstant(name), now) ?? default;

    /// <summary>Code and words where it is still to come; null where it is not, or is not known.</summary>
    public static (string Code, string Message)? Refusal(DateTimeOffset? moment, DateTimeOffset now) =>
        moment > now + ClockTolerance ? ("in-future", "This is still to come; check the date and the offset from UTC. Send it once it has happened.") : null;

    private static DateTimeOffset? Checked(JsonFields fields, string name, DateTimeOffset? moment, DateTimeOffset now)
    {
        if (Refusal(moment, now) is var (code, message))
        {
            fields.Refuse(name, code, message);
        }

        return moment;
    }
}
