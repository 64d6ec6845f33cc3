using Hub.Json;
using Hub.Persons;

namespace Hub.Border.Manifests.Csv;

/// <summary>Why a row is set aside; neither part repeats what the row says.</summary>
internal sealed record RowProblem(string Code, string Reason);

/// <summary>Reads the fields of one row and keeps the first thing wrong with it.</summary>
internal sealed class RowFields(ManifestColumns columns, string[] values, DateTimeOffset now)
{
    internal const int MaxCodeLength = 64;
    internal const int MaxTextLength = 200;

    private const int OldestAge = 130;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    // Somewhere it is this day already.
    private readonly DateOnly _today = DateOnly.FromDateTime(now.UtcDateTime.AddHours(14));

    internal RowProblem? Problem { get; private set; }

    internal DateTimeOffset Now => now;

    internal void Refuse(string code, string reason) => Problem ??= new RowProblem(code, reason);

    internal void Refuse(string field, string code, string reason) => Refuse(code, $"{NameOf(field)}: {reason}");

    /// <summary>Text, trimmed; null where the column or the value is missing, or not fit to keep.</summary>
    internal string? Text(string field, int maxLength = MaxCodeLength, bool multiline = false) =>
        columns.Position(field) is { } position ? TextAt(position, maxLength, multiline) : null;

    /// <summary>The codes of every column of airports on the way, several to a column where it has them.</summary>
    internal IEnumerable<string> Vias() => columns.Vias
        .Select(position => TextAt(position, MaxCodeLength, multiline: false)).OfType<string>()
        .SelectMany(text => text.Split([' ', '/', ',', ';', '-', '|'], StringSplitOptions.RemoveEmptyEntries));

    internal Sex Sex(string field) => SexText.TryParse(Text(field), out var sex) ? sex : Persons.Sex.Unknown;

    internal BirthDate? Born(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (!BirthDate.TryParse(text, null, out var born))
        {
            if (Day(field, text, Century.Past) is not { } day)
            {
                return null;
            }

            born = BirthDate.Of(day);
        }

        var earliest = new DateOnly(born.Year, born.Month ?? 1, born.Day ?? 1);
        if (earliest <= _today && earliest.Year >= _today.Year - OldestAge)
        {
            return born;
        }

        Refuse(field, "date-impossible", "A date of birth in the future, or more than 130 years ago.");
        return null;
    }

    internal DateOnly? Day(string field) => Text(field) is { } text ? Day(field, text, Century.Near) : null;

    /// <summary>A day with or without its time, which may stand in a column of its own.</summary>
    internal WrittenMoment? Moment(string field, string? timeField = null)
    {
        var moments = new[] { field, timeField }.OfType<string>().Select(Moment).OfType<WrittenMoment>().ToArray();
        if (moments is not [var first, var second])
        {
            return moments is [var only] ? only : null;
        }

        if (first.And(second) is { } both)
        {
            return both;
        }

        Refuse(timeField!, "times-differ", $"Says otherwise than the column {NameOf(field)}.");
        return null;
    }

    internal string NameOf(string field) => columns.Position(field) is { } position ? columns.Header[position] : field;

    private WrittenMoment? Moment(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (WrittenMoment.Read(text, Century.Near, _today) is { Day: null or { Year: >= FirstYear and <= LastYear } } moment)
        {
            return moment;
        }

        RefuseDate(field, text);
        return null;
    }

    private DateOnly? Day(string field, string text, Century century)
    {
        // Databases write a day as its midnight.
        if (WrittenMoment.Read(text, century, _today) is { Day: { } day, Time: var time } && (time is null || time == TimeOnly.MinValue))
        {
            return day;
        }

        RefuseDate(field, text);
        return null;
    }

    private void RefuseDate(string field, string text)
    {
        if (WrittenDay.IsAmbiguous(text))
        {
            Refuse(field, "date-ambiguous", "Six digits do not say which are the day and which the year. Write the year with four.");
        }
        else
        {
            Refuse(field, "date-not-read", "Expected a day there is, such as 2011-05-19, 19/05/2011, 19-MAY-11 or 20110519 (the day before the month), with a time such as 21:30 where one belongs.");
        }
    }

    private string? TextAt(int position, int maxLength, bool multiline)
    {
        var text = values[position].Trim();
        if (TextRules.Problem(text, maxLength, multiline) is not { } problem)
        {
            return text.Length == 0 ? null : text;
        }

        Refuse(problem.Code, $"{columns.Header[position]}: {problem.Message}");
        return null;
    }
}
