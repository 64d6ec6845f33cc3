using System.Collections.Immutable;
using Hub.Rows;

namespace Hub.Nominals.Loading;

/// <summary>
/// Which column of a register file holds what, by its header in any common spelling: case, spaces and underscores do
/// not matter. <c>id</c> and at least one of <c>surname</c> and <c>given</c> are needed.
/// </summary>
internal sealed class CsvColumns
{
    private const string AddressLine = "addressLine";

    private static readonly ColumnSpellings Spellings = new(new()
    {
        ["id"] = "id nominalid nominal recordid recid",
        ["given"] = "given givenname givennames forename forenames firstname firstnames",
        ["middle"] = "middle middlename middlenames",
        ["surname"] = "surname familyname lastname",
        ["born"] = "born dob dateofbirth birthdate",
        ["sex"] = "sex gender",
        ["nationality"] = "nationality",
        ["passport"] = "passport passportnumber passportno",
        ["passportState"] = "passportstate issuingstate",
        ["pncId"] = "pnc pncid pncnumber",
        ["croNumber"] = "cro croid cronumber",
        ["visorReference"] = "visor visorid visorreference",
        ["placeOfBirth"] = "placeofbirth birthplace pob",
        ["occupation"] = "occupation",
        ["phone"] = "phone telephone mobile phonenumber",
        ["email"] = "email emailaddress",
        ["postcode"] = "postcode",
        ["borough"] = "borough localauthority",
        ["addressFrom"] = "addressfrom addressstart",
        ["addressTo"] = "addressto addressend",
        ["registers"] = "registers register",
        ["markers"] = "markers marker flags",
        ["notificationFrom"] = "notificationfrom notifiedfrom notificationstart",
        ["notificationTo"] = "notificationto notifiedto notificationend",
        ["mappaCategory"] = "mappacategory mappacat",
        ["mappaLevel"] = "mappalevel",
        ["orderKind"] = "order orderkind ordertype",
        ["orderFrom"] = "orderfrom orderstart",
        ["orderTo"] = "orderto orderend",
        ["orderCourt"] = "ordercourt court",
        ["responsibleBorough"] = "responsibleborough managedby",
        ["responsibleOfficer"] = "responsibleofficer officer",
        ["rm2000"] = "rm2000 riskmatrix2000",
        ["updated"] = "updated lastupdated updatedat",
        ["ended"] = "ended endedat",
        [AddressLine] = "address address1 address2 address3 address4 address5 addressline1 addressline2 addressline3 addressline4 addressline5",
    });

    private readonly Dictionary<string, int> _positions = [];

    /// <exception cref="RegisterFileException">A needed column is missing, or two say the same.</exception>
    internal CsvColumns(string[] header)
    {
        Header = [.. header.Select(name => name.Trim())];
        var lines = new List<int>();
        var unused = new List<string>();
        for (var i = 0; i < Header.Length; i++)
        {
            var field = Spellings.Field(Header[i]);
            if (field is null)
            {
                unused.Add(Header[i]);
            }
            else if (field == AddressLine)
            {
                lines.Add(i);
            }
            else if (!_positions.TryAdd(field, i))
            {
                throw new RegisterFileException($"The columns {Header[_positions[field]]} and {Header[i]} say the same. Found: {Found}.");
            }
        }

        if (!_positions.ContainsKey("id") || !(_positions.ContainsKey("surname") || _positions.ContainsKey("given")))
        {
            throw new RegisterFileException($"A register needs the columns id, and surname or given. Found: {Found}.");
        }

        AddressLines = [.. lines];
        Unused = [.. unused];
    }

    /// <summary>The names as the file has them.</summary>
    internal ImmutableArray<string> Header { get; }

    /// <summary>Names of columns that nothing is read from.</summary>
    internal ImmutableArray<string> Unused { get; }

    /// <summary>Positions of the lines of the address, in order.</summary>
    internal ImmutableArray<int> AddressLines { get; }

    internal int? Position(string field) => _positions.TryGetValue(field, out var position) ? position : null;

    private string Found => Spellings.Found(Header);
}
