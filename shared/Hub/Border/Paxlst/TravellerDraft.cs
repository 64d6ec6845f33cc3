using System.Collections.Immutable;
using Hub.Border.Edifact;
using Hub.Border.Manifests;
using Hub.Persons;

namespace Hub.Border.Paxlst;

/// <summary>A person while their segments come: from one NAD to the next. Segments are told by tag and qualifier, in any order.</summary>
internal sealed class TravellerDraft(ManifestContext context, ManifestList list, ManifestPlace at, ImmutableArray<PersonName> names)
{
    private readonly TravelDocuments _documents = new(context);
    private (string Code, string Reason)? _problem;
    private BirthDate? _born;
    private Sex _sex;
    private string? _nationality;
    private string? _placeOfBirth;
    private string? _booking;
    private string? _boards;
    private string? _leaves;

    /// <summary>Takes a segment of the person; those that say nothing the hub needs are passed over.</summary>
    public void Take(SegmentReader segments)
    {
        switch (segments.Tag)
        {
            case PersonSegment.Attribute when segments.Code(1) == PersonSegment.Gender:
                _sex = SexCode.Read(segments.Text(3), segments.Text(2));
                break;
            case PersonSegment.Time:
                TakeTime(segments);
                break;
            case PersonSegment.Location:
                TakeLocation(segments);
                break;
            case PersonSegment.Nationality:
                _nationality ??= context.Countries.TryFind(segments.Text(2), out var country) ? country.Code : null;
                break;
            case PersonSegment.Reference when segments.Text(1).Equals(PersonSegment.BookingReference, StringComparison.OrdinalIgnoreCase):
                _booking ??= Bounded(segments.Text(1, 1), PersonLimits.Code);
                break;
            case PersonSegment.Document:
                _documents.Begin(segments);
                break;
            case SegmentTag.Unreadable:
                Spoil("segment-unreadable", "A segment of this person has no tag that can be read; a separator in a name may lack its release character.");
                break;
        }
    }

    /// <summary>The person, or why there is none.</summary>
    public ManifestItem Finish()
    {
        if (_problem is null && names.IsEmpty)
        {
            Spoil("name-missing", "The person has no name.");
        }
        else if (_problem is null && names.Any(IsTooLong))
        {
            Spoil("name-too-long", $"A name may have {PersonLimits.Text} characters and {PersonLimits.GivenNames} given names at most.");
        }

        return _problem is { } problem
            ? new ManifestItem.SetAside(at, problem.Code, problem.Reason)
            : new ManifestItem.Listed(new Traveller { List = list, At = at, Booking = _booking, Boards = _boards, Leaves = _leaves, Person = Person() });
    }

    private PersonDetails Person() => new()
    {
        Names = names,
        Born = _born,
        Sex = _sex,
        Nationality = _nationality,
        PlaceOfBirth = _placeOfBirth,
        Documents = _documents.All(),
    };

    private void TakeTime(SegmentReader segments)
    {
        switch (segments.Code(1))
        {
            case PersonSegment.Birth:
                if (!PaxlstDates.TryBirth(segments.Text(1, 1), segments.Text(1, 2), context.Now, out var born))
                {
                    Spoil("birth-date-unreadable", "The date of birth is no date, or lies ahead, or more than 130 years back.");
                }

                _born = born ?? _born;
                break;
            case PersonSegment.Expiry:
                _documents.TakeExpiry(segments);
                break;
        }
    }

    private void TakeLocation(SegmentReader segments)
    {
        switch (segments.Code(1))
        {
            case PersonSegment.Embarks:
                _boards = Airport(segments);
                break;
            case PersonSegment.Disembarks:
                _leaves = Airport(segments);
                break;
            case PersonSegment.BirthPlace:
                var named = segments.Text(2, 3);
                _placeOfBirth = Bounded(named.Length > 0 ? named : segments.Text(2), PersonLimits.Text);
                break;
            case PersonSegment.Issuer:
                _documents.TakeIssuer(segments);
                break;
        }
    }

    private string? Airport(SegmentReader segments) => context.Airports.TryFind(segments.Text(2), out var airport) ? airport.Code : null;

    private void Spoil(string code, string reason) => _problem ??= (code, reason);

    private static string? Bounded(string text, int most) => text.Length > 0 && text.Length <= most ? text : null;

    private static bool IsTooLong(PersonName name) =>
        name.Surname.Length > PersonLimits.Text || name.Given.Length > PersonLimits.GivenNames || name.Given.Any(given => given.Length > PersonLimits.Text);
}
