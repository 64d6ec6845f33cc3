using System.Globalization;
using Hub.Cases;
using Hub.Desk.Words;
using Hub.Time;

namespace Hub.Desk.Pages.Reviews;

/// <summary>What the review of possible matches says in words.</summary>
public static class ReviewWords
{
    /// <summary>What kind of report it is, by its feed.</summary>
    public static string Report(string feed) => feed switch
    {
        "arrests" => "Arrest",
        "manifest-matches" => "Traveller on a flight",
        "deported-offenders" => "Deported offender",
        _ => "Report",
    };

    /// <summary><c>PC Ahmed has had this open since 7:42am, for 9 more minutes</c>.</summary>
    public static string Held(CaseHold held, DateTimeOffset now) => $"{held.Name} has had this open since {LondonTime.TimeInWords(held.Since)}, for {MoreMinutes(held, now)}";

    /// <summary><c>You have this open until 7:57am</c>.</summary>
    public static string Own(CaseHold held) => $"You have this open until {LondonTime.TimeInWords(held.Until)}";

    /// <summary>A probability as people say it: <c>87 in 100</c>; never certainty.</summary>
    public static string Chance(double probability) => Math.Round(probability * 100) switch
    {
        < 1 => "less than 1 in 100",
        > 99 => "more than 99 in 100",
        var chance => $"{chance.ToString("0", CultureInfo.InvariantCulture)} in 100",
    };

    /// <summary>Bits with their sign, one decimal place: <c>+3.2</c>, <c>−1.5</c>.</summary>
    public static string Bits(double bits) => bits.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary><c>6 of 8 agree or nearly agree. What differs: date of birth, sex.</c></summary>
    public static string Balance(IReadOnlyCollection<ComparedField> fields)
    {
        var differing = fields.Where(f => f.Agreement == Agreement.Differs).Select(f => f.Name.ToLower(CultureInfo.InvariantCulture)).ToList();
        var agreeing = $"{fields.Count - differing.Count} of {Spans.Count(fields.Count, "field")} agree or nearly agree.";
        return differing.Count == 0 ? $"{agreeing} Nothing compared differs." : $"{agreeing} What differs: {string.Join(", ", differing)}.";
    }

    private static string MoreMinutes(CaseHold held, DateTimeOffset now) => Spans.Words(held.Until - now) switch
    {
        "less than a minute" => "less than a minute more",
        "1 minute" => "1 more minute",
        var words => words.Replace(" ", " more ", StringComparison.Ordinal),
    };
}
