using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.Deported;

/// <summary>A file kept with a case, to be saved.</summary>
public sealed record DeportedFileModel(CaseId Id, CaseAttachment File, FormState Form);
