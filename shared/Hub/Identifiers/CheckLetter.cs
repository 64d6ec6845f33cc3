namespace Hub.Identifiers;

/// <summary>
/// The check letter of PNC IDs and CRO numbers: the two digits of the year and the serial, read as one number, modulo
/// 23, pick a letter. I, O and S are never used. As the two are described in the CJS Data Standards Catalogue and
/// checked by HMPPS's person record.
/// </summary>
internal static class CheckLetter
{
    private const string Letters = "ZABCDEFGHJKLMNPQRTUVWXY";

    internal static char Of(long number) => Letters[(int)(number % Letters.Length)];
}
