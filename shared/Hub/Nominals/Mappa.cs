namespace Hub.Nominals;

/// <summary>How somebody is managed under multi-agency public protection arrangements (Criminal Justice Act 2003 ss.325-327).</summary>
/// <param name="Category">1: registered sexual offender; 2: violent or other sexual offender; 3: other dangerous offender.</param>
/// <param name="Level">1 to 3, from ordinary agency management to the active involvement of senior staff; null where not known.</param>
public sealed record Mappa(int Category, int? Level);

/// <summary>The result of Risk Matrix 2000, an actuarial assessment of reconviction.</summary>
public enum Rm2000
{
    Low,
    Medium,
    High,
    VeryHigh,
}
