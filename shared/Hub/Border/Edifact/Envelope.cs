using System.Globalization;
using Hub.Border.Manifests;

namespace Hub.Border.Edifact;

/// <summary>What a segment is to whoever reads messages.</summary>
public enum EnvelopeStep
{
    /// <summary>It belongs to the envelope, and holds nothing of a message.</summary>
    Around,

    /// <summary>The UNH of a message.</summary>
    MessageBegins,

    /// <summary>A segment of a message.</summary>
    Inside,

    /// <summary>The UNT of a message.</summary>
    MessageEnds,
}

/// <summary>
/// Checks the envelopes of interchanges as their segments come: UNB, UNG, UNH, UNT, UNE and UNZ in order, the
/// references at the end those of the beginning, and as many groups and messages as UNE and UNZ count. UNE and UNZ may
/// repeat the last message's reference instead of their own header's, as some senders do. Blanks and leading zeros of
/// references do not matter. What a UNT counts is left to the reader of the message.
/// </summary>
public sealed class Envelope(SegmentReader segments)
{
    private const int ReferenceElement = 5;

    private readonly Level _interchange = new();
    private readonly Level _group = new();
    private readonly Level _message = new();
    private bool _grouped;
    private bool _any;

    /// <summary>Segments of the message so far, its UNH included.</summary>
    public int MessageSegments => _message.Count;

    /// <summary>Takes the current segment.</summary>
    /// <exception cref="ManifestRefusedException">It cannot stand there, or does not agree with what came before.</exception>
    public EnvelopeStep Take()
    {
        switch (segments.Tag)
        {
            case SegmentTag.Unb:
                Require(!_interchange.Open);
                _interchange.Begin(Reference(ReferenceElement));
                ReadSyntax();
                return EnvelopeStep.Around;
            case SegmentTag.Ung:
                Require(_interchange.Open && !_group.Open && !_message.Open && (_grouped || _interchange.Count == 0));
                _grouped = true;
                _interchange.Count++;
                _group.Begin(Reference(ReferenceElement));
                return EnvelopeStep.Around;
            case SegmentTag.Unh:
                Require(_interchange.Open && !_message.Open && _group.Open == _grouped);
                (_group.Open ? _group : _interchange).Count++;
                _message.Begin(Reference(1));
                _message.Count = 1;
                _any = true;
                return EnvelopeStep.MessageBegins;
            case SegmentTag.Unt:
                Require(_message.Open);
                _message.Count++;
                End(_message, null);
                return EnvelopeStep.MessageEnds;
            case SegmentTag.Une:
                Require(_group.Open && !_message.Open);
                End(_group, "messages");
                return EnvelopeStep.Around;
            case SegmentTag.Unz:
                Require(_interchange.Open && !_group.Open && !_message.Open);
                End(_interchange, _grouped ? "groups" : "messages");
                _grouped = false;
                return EnvelopeStep.Around;
            default:
                Require(_message.Open);
                _message.Count++;
                return EnvelopeStep.Inside;
        }
    }

    /// <summary>Nothing more comes.</summary>
    /// <exception cref="ManifestRefusedException">An interchange is not closed, or there was no message.</exception>
    public void End()
    {
        if (_interchange.Open)
        {
            throw new ManifestRefusedException(segments.Place, "truncated", "The file ends after this segment, and its interchange is not closed by a UNZ.");
        }

        if (!_any)
        {
            throw new ManifestRefusedException(null, "no-message", "The interchange holds no message.");
        }
    }

    private void ReadSyntax() => segments.Charset = EdifactCharset.Of(segments.Text(1)) ?? throw new ManifestRefusedException(
        segments.Place, "charset-unsupported", "The UNB names a character set that is not read; UNOA to UNOK and UNOY are.");

    private void End(Level level, string? counted)
    {
        level.Open = false;
        if (counted is not null && (!int.TryParse(segments.Text(1), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) || stated != level.Count))
        {
            throw new ManifestRefusedException(
                segments.Place, "count-differs", string.Create(CultureInfo.InvariantCulture, $"The trailer states another number of {counted} than there are: {level.Count}."));
        }

        var reference = Reference(2);
        if (reference != level.Reference && reference != _message.Reference)
        {
            throw new ManifestRefusedException(segments.Place, "reference-differs", "The reference is not that of the header this trailer closes.");
        }
    }

    private void Require(bool fits)
    {
        if (!fits)
        {
            throw new ManifestRefusedException(segments.Place, "segment-out-of-order", "This segment cannot stand here: an envelope is not closed, or not open.");
        }
    }

    private string Reference(int element)
    {
        var text = string.Concat(segments.Text(element).Where(c => !char.IsWhiteSpace(c)));
        var significant = text.TrimStart('0');
        return significant.Length == 0 && text.Length > 0 ? "0" : significant;
    }

    private sealed class Level
    {
        public bool Open { get; set; }

        public string Reference { get; private set; } = "";

        public int Count { get; set; }

        public void Begin(string reference) => (Open, Reference, Count) = (true, reference, 0);
    }
}
