using Hub.Border.Manifests;
using Hub.DeportedOffenders.Cases;
using Hub.Feeds;

namespace Hub.Desk.Words;

/// <summary>What a report is, by its feed, and a record of the hub's own by its sort.</summary>
public sealed class FeedWords(FeedCatalog feeds)
{
    /// <summary><c>Arrest notice</c>.</summary>
    public string Of(string feed) => feeds.Find(feed)?.Title ?? feed switch
    {
        ManifestRecord.Sort => "Manifest",
        DeportedOffenderCase.Sort => "Deported offender’s case",
        _ => PersonWords.Plain(feed),
    };
}
