using Hub.Auditing;
using Hub.Border.Manifests.Intake;
using Hub.Cases;
using Hub.Notices;

namespace Hub.Border.Manifests.Screening;

/// <summary>Manifests that could not be screened. The border liaison must not wait for hits that will not come.</summary>
internal sealed class FailedManifests(Records records)
{
    /// <summary>Marks a manifest, unless it was screened meanwhile, and tells the border liaison, once for each time it was sent.</summary>
    public Task<CaseFile?> AddAsync(CaseId id, ManifestRefusal failure, CancellationToken cancellationToken) =>
        records.EditAsync<ManifestRecord>(id, Actor.Hub, (edit, manifest) =>
        {
            if (manifest.State == ManifestState.Screened)
            {
                return manifest;
            }

            edit.Audit("manifest.failed", $"The manifest could not be screened ({failure.Code}). {failure.Reason}");
            NoticeRaising.Raise(edit, [RefusedNotice.Of(manifest.FileName, failure) with { About = $"{manifest.Round}" }]);
            return manifest with { State = ManifestState.Failed, Refusal = failure };
        }, cancellationToken);
}
