using NCrontab;

namespace Hub.Embedded.Hosting.Timers;

/// <summary>When a timer runs: NCRONTAB as Functions reads it, six fields with seconds or five without, in UTC.</summary>
internal sealed record TimerSchedule(string Text, CrontabSchedule Crontab)
{
    /// <summary>The schedule, or null where the text is none.</summary>
    public static TimerSchedule? TryParse(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return CrontabSchedule.TryParse(text, new() { IncludingSeconds = fields == 6 }) is { } crontab ? new(text, crontab) : null;
    }

    /// <summary>False for a day that is in no calendar, such as the 30th of February.</summary>
    public bool EverComes(DateTimeOffset now) => Next(now).Year < DateTime.MaxValue.Year;

    public DateTimeOffset Next(DateTimeOffset after) => new(Crontab.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);
}
