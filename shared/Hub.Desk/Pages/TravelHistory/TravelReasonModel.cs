using Hub.Desk.Forms;

namespace Hub.Desk.Pages.TravelHistory;

/// <summary>Asks why, before anything is shown.</summary>
/// <param name="Nominal">The register's id, as in the address.</param>
public sealed record TravelReasonModel(string Nominal, FormState Form);
