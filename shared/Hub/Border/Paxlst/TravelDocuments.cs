using System.Collections.Immutable;
using Hub.Border.Edifact;
using Hub.Border.Manifests;
using Hub.Identifiers;
using Hub.Persons;

namespace Hub.Border.Paxlst;

/// <summary>The documents of a person: each DOC, with the LOC 91 and DTM 36 after it.</summary>
internal sealed class TravelDocuments(ManifestContext context)
{
    private const int MaxDocuments = 10;
    private const string Passport = "P";

    private readonly List<TravelDocument> _read = [];
    private TravelDocument? _current;

    /// <summary>A DOC. One without a number is none; further ones than there may be are left out.</summary>
    public void Begin(SegmentReader segments)
    {
        Close();
        var (type, number) = (segments.Text(1).ToUpperInvariant(), segments.Text(2));
        _current = number.Length is > 0 and <= PersonLimits.Code && type.Length <= PersonLimits.Code && _read.Count < MaxDocuments
            ? new TravelDocument(type.Length == 0 ? Passport : type, number)
            : null;
    }

    /// <summary>A DTM 36.</summary>
    public void TakeExpiry(SegmentReader segments)
    {
        if (_current is not null)
        {
            _current = _current with { Expiry = PaxlstDates.Day(segments.Text(1, 1), segments.Text(1, 2), context.Now) };
        }
    }

    /// <summary>A LOC 91. A code that is no country's, such as that of the United Nations, stays as written.</summary>
    public void TakeIssuer(SegmentReader segments)
    {
        if (_current is not null)
        {
            var written = segments.Text(2).ToUpperInvariant();
            var state = context.Countries.TryFind(written, out var country) ? country.Code : written;
            _current = _current with { IssuingState = state.Length is > 0 and <= 3 ? state : null };
        }
    }

    public ImmutableArray<TravelDocument> All()
    {
        Close();
        return [.. _read];
    }

    private void Close()
    {
        if (_current is { } document)
        {
            _read.Add(PassportNumber.TryParse(document.Number, document.IssuingState, out var passport, out _)
                ? document with { Number = passport.Number }
                : document);
            _current = null;
        }
    }
}
