using Hub.Matching.Index;

namespace Hub.Matching.Comparisons;

/// <summary>Numbers that name a person: the best of all pairs; the same, one slip apart, or different.</summary>
internal static class CodeComparisons
{
    private const byte Same = 1;
    private const byte OneSlip = 2;
    private const byte TwoSlips = 3;
    private const int ShortestWithSlips = 6;

    /// <summary>PNC ID, CRO number, ViSOR reference.</summary>
    public static FieldResult Identifier(Comparing pair, Field field, IdentifierKind kind)
    {
        var a = pair.Reported.Text(pair.Reported.Identifier(kind));
        var b = pair.Registered.Text(pair.Registered.Identifier(kind));
        return a.IsEmpty || b.IsEmpty ? default : pair.Result(field, Level(a, b, slips: 1));
    }

    /// <summary>Passports and other travel documents; those of two known states that differ are not compared.</summary>
    public static FieldResult Document(Comparing pair)
    {
        var best = default(FieldResult);
        var reported = pair.Reported.Documents;
        var registered = pair.Registered.Documents;
        for (var i = 0; i < reported.Length; i++)
        {
            for (var j = 0; j < registered.Length; j++)
            {
                if (reported[i].Length > 0 && registered[j].Length > 0
                    && (reported[i].State == 0 || registered[j].State == 0 || reported[i].State == registered[j].State))
                {
                    var level = Level(pair.Reported.Text(reported[i]), pair.Registered.Text(registered[j]), slips: 2);
                    best = !best.IsCompared || level < best.Level ? pair.Result(Field.Document, level, i, j) : best;
                }
            }
        }

        return best;
    }

    /// <summary>Telephone numbers by their last ten digits.</summary>
    public static FieldResult Phone(Comparing pair)
    {
        Span<byte> a = stackalloc byte[10];
        Span<byte> b = stackalloc byte[10];
        var best = default(FieldResult);
        var reported = pair.Reported.Phones;
        var registered = pair.Registered.Phones;
        for (var i = 0; i < reported.Length; i++)
        {
            for (var j = 0; j < registered.Length; j++)
            {
                Digits(reported[i], a);
                Digits(registered[j], b);
                var level = Level(a, b, slips: 1);
                best = !best.IsCompared || level < best.Level ? pair.Result(Field.Phone, level, i, j) : best;
            }
        }

        return best;
    }

    /// <summary>A telephone beside the postcode: who lives together shares a landline (any British number that is not 07…), so it says little more.</summary>
    public static FieldResult Beside(FieldResult postcode, Comparing pair, FieldResult phone)
    {
        const int MostOfLandline = 3 * Model.MilliBits.PerBit;
        const ulong FirstMobile = 7_000_000_000;
        const ulong LastMobile = 7_999_999_999;
        return postcode.Level == Same && phone.Weight > MostOfLandline && pair.Registered.Phones[phone.Registered] is < FirstMobile or > LastMobile
            ? phone with { Weight = MostOfLandline }
            : phone;
    }

    private static byte Level(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int slips)
    {
        if (a.SequenceEqual(b))
        {
            return Same;
        }

        var distance = Math.Min(a.Length, b.Length) < ShortestWithSlips ? slips + 1 : EditDistance.Within(a, b, slips);
        return (byte)(distance <= slips ? (distance == 1 ? OneSlip : TwoSlips) : slips + 2);
    }

    private static void Digits(ulong number, Span<byte> into)
    {
        for (var i = into.Length - 1; i >= 0; i--, number /= 10)
        {
            into[i] = (byte)('0' + (number % 10));
        }
    }
}
