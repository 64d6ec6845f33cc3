using Hub.Border.Edifact;
using Hub.Border.Flights;
using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>One message: what it is (BGM), its flight (TDT, LOC, DTM), then person after person (NAD and what follows), then totals (CNT).</summary>
internal sealed class PaxlstMessage(MessageHeader header, PaxlstFile file, SegmentReader segments)
{
    private readonly Route _route = new(file.Context);
    private readonly ControlTotals _totals = new();
    private ListMeaning? _meaning;
    private Flight? _flight;
    private ManifestList? _main;
    private ManifestList? _other;
    private TravellerDraft? _person;
    private bool _beforePersons = true;
    private long _persons;

    /// <summary>Takes the current segment, one between UNH and UNT.</summary>
    public void Take()
    {
        switch (segments.Tag)
        {
            case PersonSegment.Beginning:
                _meaning ??= ListMeaning.Read(segments, header.IsPart);
                break;
            case SegmentTag.Nad:
                TakeParty();
                break;
            case PersonSegment.Total:
                FinishPerson();
                _totals.Take(segments);
                break;
            case SegmentTag.Unreadable when _person is null:
                throw new ManifestRefusedException(segments.Place, "segment-unreadable", "The segment has no tag of three letters.");
            default:
                TakeDetail();
                break;
        }
    }

    /// <summary>The UNT.</summary>
    /// <param name="messageSegments">From UNH to UNT, both included.</param>
    public void End(int messageSegments)
    {
        FinishPerson();
        var flight = Flight();
        _totals.Check(segments, header.IsPart, _persons, messageSegments);
        if (Meaning().Function == ListFunction.FlightCancelled)
        {
            _main ??= Begin(flight, Meaning().Kind);
            _other ??= Begin(flight, Meaning().Kind == ListKind.Crew ? ListKind.Passengers : ListKind.Crew);
        }
        else if (_persons == 0 && _totals.Stated != 0)
        {
            throw new ManifestRefusedException(segments.Place, "nobody-listed", "The message names nobody, and no control total says that there is nobody.");
        }
        else
        {
            _main ??= _other is null ? Begin(flight, Meaning().Kind) : null;
        }
    }

    private void TakeDetail()
    {
        if (!_beforePersons)
        {
            _person?.Take(segments);
            return;
        }

        switch (segments.Tag)
        {
            case PersonSegment.Transport:
                _route.TakeTransport(segments);
                break;
            case PersonSegment.Location:
                _route.TakeLocation(segments);
                break;
            case PersonSegment.Time:
                _route.TakeTime(segments);
                break;
        }
    }

    private void TakeParty()
    {
        FinishPerson();
        var role = PartyRole.Read(segments.Text(1), Meaning().Kind);
        if (role is null || (!_route.Begun && !PartyRole.IsPerson(segments.Text(1))))
        {
            return;
        }

        _beforePersons = false;
        _persons++;
        _person = new TravellerDraft(file.Context, List(role.Value), segments.Place, PersonNames.Read(segments));
    }

    private void FinishPerson()
    {
        if (_person is not null)
        {
            file.Add(_person.Finish());
            _person = null;
        }
    }

    /// <summary>Of persons of the other kind than the document's, the message does not say that they are all there are.</summary>
    private ManifestList List(ListKind kind) => kind == Meaning().Kind ? _main ??= Begin(Flight(), kind) : _other ??= Begin(Flight(), kind);

    private ManifestList Begin(Flight flight, ListKind kind)
    {
        var function = kind != Meaning().Kind && Meaning().Function == ListFunction.Whole ? ListFunction.Change : Meaning().Function;
        return file.Begin(new ManifestList(flight, kind, function, header.At));
    }

    private Flight Flight() => _flight ??= _route.Read(segments.Place);

    private ListMeaning Meaning() => _meaning ?? throw new ManifestRefusedException(
        segments.Place, "document-missing", "Before this segment no BGM says what the message is.");
}
