using System.Collections.Immutable;
using Hub.Rows;

namespace Hub.Border.Manifests.Csv;

/// <summary>Which column of a manifest holds what, by its header in any common spelling: see the README above.</summary>
internal sealed class ManifestColumns
{
    private const string Via = "via";

    private static readonly Dictionary<string, string> Common = new()
    {
        ["surname"] = "surname lastname last familyname family passengersurname passengerlastname paxsurname paxlastname",
        ["given"] = "given givenname givennames forename forenames firstname firstnames first passengergivenname passengerfirstname paxfirstname",
        ["middle"] = "middle middlename middlenames",
        ["name"] = "name fullname passenger passengername paxname travellername travelername",
        ["born"] = "born dob dateofbirth birthdate",
        ["sex"] = "sex gender",
        ["nationality"] = "nationality nationalitycode nat citizenship",
        ["placeOfBirth"] = "placeofbirth birthplace pob",
        ["document"] = "document documentnumber documentno docnumber docno passport passportnumber passportno traveldocument traveldocumentnumber",
        ["documentType"] = "documenttype doctype traveldocumenttype",
        ["issuingState"] = "issuingstate issuingcountry stateofissue countryofissue passportstate passportcountry documentstate documentcountry documentissuingstate documentissuingcountry",
        ["expiry"] = "expiry expirydate expires dateofexpiry expirationdate documentexpiry documentexpirydate docexpiry passportexpiry passportexpirydate",
        ["booking"] = "booking bookingreference bookingref bookingnumber pnr pnrlocator recordlocator locator",
        ["boards"] = "boards embark embarks embarkation embarkationport embarkationairport portofembarkation boardingpoint boardingairport origin",
        ["leaves"] = "leaves disembark disembarks disembarkation disembarkationport disembarkationairport portofdisembarkation debarkation portofdebarkation destination",
        ["crew"] = "crew type passengertype paxtype travellertype travelertype persontype passengercrew iscrew",
        ["flight"] = "flight flightnumber flightno flt fltno flightdesignator flightcode",
        ["carrier"] = "carrier carriercode airline airlinecode",
        ["from"] = "from fromairport departureairport departureport airportofdeparture portofdeparture depairport depport",
        ["to"] = "to toairport arrivalairport arrivalport airportofarrival portofarrival arrairport arrport",
        [Via] = "via via1 via2 via3 via4 viaairport stopover stopovers",
        ["departs"] = "departs departure departuredate departuredatetime dateofdeparture depdate flightdate scheduleddeparturedate",
        ["departsTime"] = "departuretime timeofdeparture deptime std scheduleddeparture scheduleddeparturetime",
        ["arrives"] = "arrives arrival arrivaldate arrivaldatetime dateofarrival arrdate scheduledarrivaldate",
        ["arrivesTime"] = "arrivaltime timeofarrival arrtime sta scheduledarrival scheduledarrivaltime",
        ["returns"] = "returns return returndate returndatetime dateofreturn",
        ["returnsTime"] = "returntime timeofreturn",
        ["returnsTo"] = "returnsto returnto returnairport returnport",
        ["returnFlight"] = "returnflight returnflightnumber returnflightno",
    };

    private static readonly ColumnSpellings ForManifest = new(Common);

    private static readonly ColumnSpellings ForMatches = new(new(Common)
    {
        ["reference"] = "reference ref ourreference matchreference",
        ["visorReference"] = "visor visorid visorreference",
        ["pncId"] = "pnc pncid pncnumber",
        ["remarks"] = "remarks remark notes note comments comment",
    });

    private static readonly string[] OfFlight = ["flight", "carrier", "from", "to", "departs", "departsTime", "arrives", "arrivesTime", "boards", "leaves"];

    private readonly Dictionary<string, int> _positions = [];

    private ManifestColumns(CsvTable table, ColumnSpellings spellings)
    {
        Header = [.. table.Header];
        Found = spellings.Found(Header);
        var vias = new List<int>();
        for (var i = 0; i < Header.Length; i++)
        {
            var field = spellings.Field(Header[i]);
            if (field == Via)
            {
                vias.Add(i);
            }
            else if (field is not null && !_positions.TryAdd(field, i))
            {
                throw new ManifestRefusedException(
                    table.HeaderAt, "columns-repeated", $"The columns {Header[_positions[field]]} and {Header[i]} say the same. Keep one.");
            }
        }

        if (!Has("surname") && !Has("given") && !Has("name"))
        {
            throw new ManifestRefusedException(
                table.HeaderAt, "header-missing", $"The first line must name the columns, and one of them be surname, given or name. Found: {Found}.");
        }

        Vias = [.. vias];
        FlightPositions = [.. OfFlight.Where(Has).Select(field => _positions[field]), .. vias];
    }

    internal ImmutableArray<string> Header { get; }

    /// <summary>The names found, for a message.</summary>
    internal string Found { get; }

    internal ImmutableArray<int> Vias { get; }

    /// <summary>Positions of everything a row says of its flight.</summary>
    internal ImmutableArray<int> FlightPositions { get; }

    internal static ManifestColumns OfManifest(CsvTable table) => new(table, ForManifest);

    internal static ManifestColumns OfMatches(CsvTable table) => new(table, ForMatches);

    internal bool Has(string field) => _positions.ContainsKey(field);

    internal int? Position(string field) => _positions.TryGetValue(field, out var position) ? position : null;
}
