namespace Hub.Matching.Model;

/// <summary>What is known before anything is compared: how likely it is that any one nominal is the person asked about.</summary>
internal static class Prior
{
    /// <summary>Log2 odds in thousandths of a bit: the chance of being on the register at all, shared among all on it.</summary>
    public static int Of(PurposeModel purpose, int population) =>
        MilliBits.Log2(purpose.ExpectedOnRegister) - MilliBits.Log2((ulong)Math.Max(population, purpose.SmallestPopulation));
}
