namespace Hub.Nominals;

/// <summary>An order a court made for the protection of the public.</summary>
/// <param name="Kind">Such as <c>notification-order</c> (Sexual Offences Act 2003 s.97), <c>sexual-harm-prevention-order</c> (Sentencing Act 2020 s.343), <c>sexual-risk-order</c> (Sexual Offences Act 2003 s.122A), <c>foreign-travel-order</c>; as the register writes it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null for one without end, or whose end is not known.</param>
/// <param name="Court">The court that made it; null where not known.</param>
public sealed record CourtOrder(string Kind, DateOnly From, DateOnly? To, string? Court = null)
{
    public bool IsInForceOn(DateOnly day) => From <= day && !(To < day);
}
