using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Comparisons;

/// <summary>What one comparison makes of a nominal and a report of it that differ in one thing.</summary>
internal static class Explained
{
    public static readonly Nominal Nominal = A.Nominal("N-1") with { Born = null };

    public static readonly PersonDetails Person = new() { Names = Nominal.Names };

    public static CandidateEvidence Evidence(Nominal registered, PersonDetails reported) =>
        Registered.Screener([registered, .. Registered.Others]).Explain(reported, registered.Id, MatchPurpose.ArrestRouting)!;

    public static FieldEvidence? Field(string field, Nominal registered, PersonDetails reported) =>
        Evidence(registered, reported).Fields.SingleOrDefault(f => f.Field == field);

    /// <summary>The field is compared at this level, and speaks for (+1) or against (-1) the nominal.</summary>
    public static FieldEvidence Is(string field, string level, int sign, Nominal registered, PersonDetails reported)
    {
        var found = Field(field, registered, reported);
        Assert.NotNull(found);
        Assert.Equal((level, sign), (found.Level, Math.Sign(found.Bits)));
        Assert.False(string.IsNullOrWhiteSpace(found.Words));
        Assert.False(string.IsNullOrWhiteSpace(found.Reported));
        Assert.False(string.IsNullOrWhiteSpace(found.Registered));
        return found;
    }
}
