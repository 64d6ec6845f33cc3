using System.Runtime.CompilerServices;
using Hub.Border.Edifact;
using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>
/// Reads UN/EDIFACT passenger and crew lists: PAXLST of the directories D.02A to D.29B, as the implementation guide of
/// WCO, IATA and ICAO has it, and as airlines send it. This folder's README says what each segment means here, what is
/// refused and who is set aside.
/// </summary>
public sealed class PaxlstReader : IManifestReader
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ManifestItem> ReadAsync(
        Stream content, ManifestContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(context);
        var segments = new SegmentReader(content);
        var envelope = new Envelope(segments);
        var file = new PaxlstFile(context);
        PaxlstMessage? message = null;
        while (await segments.ReadAsync(cancellationToken))
        {
            switch (envelope.Take())
            {
                case EnvelopeStep.MessageBegins:
                    message = new PaxlstMessage(MessageHeader.Read(segments), file, segments);
                    break;
                case EnvelopeStep.Inside:
                    message!.Take();
                    break;
                case EnvelopeStep.MessageEnds:
                    message!.End(envelope.MessageSegments);
                    break;
            }

            foreach (var item in file.Take())
            {
                yield return item;
            }
        }

        envelope.End();
    }
}
