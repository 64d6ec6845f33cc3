using Hub.Identifiers;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;

namespace Hub.Feeds;

/// <summary>
/// The authority a person lives in, as far as a report tells: the borough it states, or where it states none, what
/// the postcode decides. A wrong team told of a child is worse than a desk that must look, so doubt is no authority.
/// </summary>
/// <param name="Authority">Null where no fixed abode or not known.</param>
/// <param name="Words">How it was decided, in words.</param>
public sealed record Residence(Authority? Authority, string Words)
{
    /// <param name="day">The day in London that counts: when it happened.</param>
    public static Residence Of(PersonDetails person, DateOnly day, AssessmentContext context) => person.NoFixedAbode
        ? new Residence(null, "No fixed abode.")
        : Of(person.AddressOn(day), context.Authorities, context.Postcodes, "report");

    /// <summary>Where a person on the register lives on a day, by the register.</summary>
    public static Residence Of(Nominal nominal, DateOnly day, AuthorityDirectory authorities, PostcodeBoroughs postcodes) =>
        Of(Address.On(nominal.Addresses, day), authorities, postcodes, "register");

    /// <summary>The authority one address lies in.</summary>
    /// <param name="source">Who gives it, for the words: <c>report</c>.</param>
    public static Residence Of(Address? lived, AuthorityDirectory authorities, PostcodeBoroughs postcodes, string source)
    {
        if (lived is not { } address)
        {
            return new Residence(null, $"The {source} gives no current address.");
        }

        if (address.Borough is { } borough)
        {
            return authorities.TryFind(borough, out var stated)
                ? new Residence(stated, $"Lives in {stated.Name}, by the address given.")
                : new Residence(null, "The borough given is not in the directory.");
        }

        if (address.Postcode is null || !Postcode.TryParse(address.Postcode, null, out var postcode))
        {
            return new Residence(null, "The address gives neither a borough nor a postcode that can be read.");
        }

        return postcodes.Find(postcode) switch
        {
            PostcodePlace.Decided decided => new Residence(decided.Authority, $"Lives in {decided.Authority.Name}, by the postcode; the {source} names no borough."),
            PostcodePlace.Ambiguous => new Residence(null, $"The {source} names no borough, and the postcode district lies in more than one."),
            PostcodePlace.OutsideLondon => new Residence(null, $"The {source} names no borough, and the postcode is outside London."),
            _ => new Residence(null, $"The {source} names no borough, and the postcode is not known."),
        };
    }
}
