using Hub.Nominals;

namespace Hub.Matching;

/// <summary>Which nominals the index in memory holds, where it does not hold the whole register.</summary>
/// <param name="Holds">Whether it holds a nominal whose time runs; must depend on nothing but the nominal.</param>
public sealed record MemoryScope(Func<Nominal, bool> Holds);
