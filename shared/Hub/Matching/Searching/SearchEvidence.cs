using Hub.Matching.Index;

namespace Hub.Matching.Searching;

/// <summary>The evidence of matching, with what a search compares besides: an id, the first part of a postcode. Neither weighs anything.</summary>
internal static class SearchEvidence
{
    public const string IdField = "id";

    public static CandidateEvidence OfId(Weighing weighing, int segment, int row, string id)
    {
        var evidence = weighing.Explain(segment, row, prior: 0);
        return evidence with { Fields = evidence.Fields.Insert(0, new FieldEvidence(IdField, "same", 0, id, id, "The register's own id agrees.")) };
    }

    public static CandidateEvidence Of(Weighing weighing, int segment, int row, string? outward)
    {
        var evidence = weighing.Explain(segment, row, prior: 0);
        return outward is not null && InOutward(weighing, outward) is { Length: > 0 } postcode
            ? evidence with { Fields = evidence.Fields.Add(new FieldEvidence("postcode", "district", 0, outward, postcode, "A postcode lies in the district asked for.")) }
            : evidence;
    }

    /// <summary>The postcode, of the nominal weighed last, that has this outward part; empty where only others are known, null where none is.</summary>
    public static string? InOutward(Weighing weighing, string outward)
    {
        const int InwardLength = 3;
        var any = false;
        foreach (var address in weighing.Pair.Registered.Addresses)
        {
            if (address.Postcode == 0)
            {
                continue;
            }

            any = true;
            var text = Packed.CodeText(address.Postcode);
            if (text == outward || (text.Length == outward.Length + InwardLength && text.StartsWith(outward, StringComparison.Ordinal)))
            {
                return text;
            }
        }

        return any ? "" : null;
    }
}
