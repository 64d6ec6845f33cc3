using Hub.Matching.Index;

namespace Hub.Matching.Comparisons;

/// <summary>Everything that is compared, in the order of <see cref="Field"/>.</summary>
internal static class AllComparisons
{
    /// <summary>Names and what stands in a record's head; cheap enough for every candidate. Returns the sum.</summary>
    public static int First(Comparing pair, Span<FieldResult> results)
    {
        NameComparison.Compare(pair, results);
        results[(int)Field.Generation] = GenerationComparison.Compare(pair);
        results[(int)Field.Born] = BornComparison.Compare(pair);
        results[(int)Field.BornInPart] = BornInPartComparison.Compare(pair);
        results[(int)Field.Sex] = OneValueComparisons.Sex(pair);
        results[(int)Field.Nationality] = OneValueComparisons.Nationality(pair);
        return Sum(results[..(int)Field.PncId]);
    }

    /// <summary>All the rest; the record must have been read to its end. Returns the sum of these.</summary>
    public static int Rest(Comparing pair, Span<FieldResult> results)
    {
        results[(int)Field.PncId] = CodeComparisons.Identifier(pair, Field.PncId, IdentifierKind.Pnc);
        results[(int)Field.CroNumber] = CodeComparisons.Identifier(pair, Field.CroNumber, IdentifierKind.Cro);
        results[(int)Field.VisorReference] = CodeComparisons.Identifier(pair, Field.VisorReference, IdentifierKind.Visor);
        results[(int)Field.Document] = CodeComparisons.Document(pair);
        results[(int)Field.Postcode] = PlaceComparisons.Postcode(pair);
        results[(int)Field.Address] = PlaceComparisons.Beside(results[(int)Field.Postcode], PlaceComparisons.Address(pair));
        results[(int)Field.PlaceOfBirth] = PlaceComparisons.PlaceOfBirth(pair);
        results[(int)Field.Occupation] = PlaceComparisons.Occupation(pair);
        results[(int)Field.Phone] = CodeComparisons.Beside(results[(int)Field.Postcode], pair, CodeComparisons.Phone(pair));
        results[(int)Field.Email] = EmailComparison.Compare(pair);
        results[(int)Field.Relation] = RelationComparison.Compare(pair, results);
        return Sum(results[(int)Field.PncId..]);
    }

    private static int Sum(ReadOnlySpan<FieldResult> results)
    {
        var sum = 0;
        foreach (var result in results)
        {
            sum += result.Weight;
        }

        return sum;
    }
}
