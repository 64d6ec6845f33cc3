using System.Collections.Immutable;
using System.Text;
using Hub.Matching.Index;
using Hub.Matching.Searching;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// Looks for people on the register by what a user knows of them, weighed as matching weighs them. A nominal that
/// differs in anything asked for is left out, unless a number that only one person has agrees; one of whom the register
/// does not hold it is kept. Who has an id that was asked for to the letter comes first, whatever else differs.
/// </summary>
public sealed class NominalSearch(Screener screener)
{
    /// <summary>Nominals weighed for one way to read a search at the most: bounds the time it takes.</summary>
    public const int MostWeighed = 10_000;

    /// <summary>Nominals times ways to read the names, for all readings of a search together: many readings share what one may take.</summary>
    public const int MostCompared = 24_000;

    public NominalsFound Find(PersonDetails wanted, int max) => Find(SearchQuestion.Of(wanted), max);

    /// <summary>The best <paramref name="max"/>, best first.</summary>
    public NominalsFound Find(SearchQuestion question, int max) => screener.Use(question.Readings[0].Person, weighing =>
    {
        var best = new Dictionary<string, CandidateEvidence>(StringComparer.Ordinal);
        var fit = new RowSet(weighing.Snapshot);
        var byId = ById(weighing, question.Ids, fit);
        var all = true;
        var left = MostCompared;
        foreach (var (i, reading) in question.Readings.Index())
        {
            if (i > 0)
            {
                screener.AskAgain(weighing, reading.Person);
            }

            foreach (var (segment, row, id) in byId)
            {
                Keep(best, SearchEvidence.OfId(weighing, segment, row, id));
            }

            if (reading.IsIdAlone)
            {
                continue;
            }

            var names = Math.Max(1, reading.Person.Names.Length);
            var most = Math.Min(MostWeighed, left / (question.Readings.Length - i) / names);
            var (rows, weighed) = Likeliest(weighing, reading, fit, most, max);
            left -= Math.Min(weighed, most) * names;
            all &= weighed <= most;
            foreach (var row in rows)
            {
                Keep(best, SearchEvidence.Of(weighing, row.Segment, row.Row, reading.Outward));
            }
        }

        string[] ids = [.. byId.Select(found => found.Id)];
        var ordered = best.Values.OrderByDescending(e => ids.Contains(e.Nominal)).ThenByDescending(e => e.TotalBits).ThenBy(e => e.Nominal, StringComparer.Ordinal);
        return new NominalsFound([.. ordered.Take(max)], fit.Count, all, [.. ids]) { Mark = weighing.Snapshot.Mark };
    }, ofMany: true);

    /// <summary>Whether the register has a nominal of this id whose time runs.</summary>
    public bool Has(string id) => screener.Has(id);

    private static (List<WeighedRow> Rows, int Weighed) Likeliest(Weighing weighing, SearchFor reading, RowSet fit, int most, int max)
    {
        var likeliest = new Likeliest();
        likeliest.Begin(weighing.Snapshot, max);
        var weighed = 0;
        new RowsSought(weighing).Visit((segment, row) =>
        {
            if (++weighed > most)
            {
                return false;
            }

            if (weighing.WeighUnlessDifferent(segment, row) is { } weight && (reading.Outward is null || SearchEvidence.InOutward(weighing, reading.Outward) is not ""))
            {
                fit.Add(segment, row);
                likeliest.Offer(new WeighedRow(weight, segment, row));
            }

            return true;
        });
        return (likeliest.Rows, weighed);
    }

    // A nominal that fits read in two ways counts as it fits best.
    private static void Keep(Dictionary<string, CandidateEvidence> best, CandidateEvidence evidence)
    {
        if (!best.TryGetValue(evidence.Nominal, out var known) || evidence.TotalBits > known.TotalBits)
        {
            best[evidence.Nominal] = known?.Fields[0].Field == SearchEvidence.IdField && evidence.Fields[0].Field != SearchEvidence.IdField
                ? evidence with { Fields = evidence.Fields.Insert(0, known.Fields[0]) }
                : evidence;
        }
    }

    private static ImmutableArray<(int Segment, int Row, string Id)> ById(Weighing weighing, ImmutableArray<string> ids, RowSet fit)
    {
        var found = ImmutableArray.CreateBuilder<(int, int, string)>();
        foreach (var id in ids.SelectMany(id => new[] { id, id.ToUpperInvariant() }).Distinct(StringComparer.Ordinal))
        {
            if (weighing.Snapshot.Find(Encoding.UTF8.GetBytes(id)) is var (segment, row) && fit.Add(segment, row))
            {
                found.Add((segment, row, id));
            }
        }

        return found.ToImmutable();
    }
}
