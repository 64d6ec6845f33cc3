using System.Collections.Immutable;
using Hub.Nominals;

namespace Hub.Testing.Registers;

/// <summary>Who a made register is made of: a person of a public set, or an invented one.</summary>
/// <param name="Sex"><c>male</c> or <c>female</c>; null where not known.</param>
/// <param name="Nationality">ISO 3166-1 alpha-3; null where not known.</param>
public sealed record SourcePerson(string Id, ImmutableArray<string> Given, string Surname, DateOnly? Born, string? Sex, string? Nationality, string? Passport)
{
    public static SourcePerson Of(Nominal nominal) => new(
        nominal.Id, nominal.Names[0].Given, nominal.Names[0].Surname, nominal.Born?.Exact, nominal.Sex.ToString().ToLowerInvariant(), nominal.Nationality,
        nominal.Documents.IsEmpty ? null : nominal.Documents[0].Number);
}
