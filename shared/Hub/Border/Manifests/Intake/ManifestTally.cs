using Hub.Border.Routes;

namespace Hub.Border.Manifests.Intake;

/// <summary>Counts what a manifest holds while it is checked, and keeps nothing of its persons.</summary>
internal sealed class ManifestTally(RouteMap routes)
{
    private readonly Dictionary<ManifestList, int> positions = new(ReferenceEqualityComparer.Instance);
    private readonly List<ManifestListSummary> lists = [];
    private readonly List<SetAsideTraveller> setAside = [];
    private long travellers;
    private int hops;
    private long setAsideCount;

    /// <exception cref="ManifestRefusedException">Too many lists.</exception>
    public void Add(ManifestItem item)
    {
        switch (item)
        {
            case ManifestItem.Begun begun:
                Begin(begun.List);
                break;
            case ManifestItem.Listed { Traveller: var traveller }:
                travellers++;
                var position = positions[traveller.List];
                lists[position] = lists[position] with { Travellers = lists[position].Travellers + 1 };
                break;
            case ManifestItem.SetAside aside:
                setAsideCount++;
                if (setAside.Count < ManifestRecord.MaxShown)
                {
                    setAside.Add(new SetAsideTraveller(aside.At.ToString(), aside.Code, aside.Reason));
                }

                break;
            default:
                throw new InvalidOperationException($"Reading a manifest gave {item.GetType().Name}.");
        }
    }

    /// <exception cref="ManifestRefusedException">Nothing in the file is to be screened.</exception>
    public void RefuseUseless()
    {
        if (lists.Count == 0 || (travellers == 0 && setAsideCount == 0 && lists.All(l => l.Function != ListFunction.FlightCancelled)))
        {
            throw new ManifestRefusedException(null, "nobody-listed", "The file names no passenger and no crew.");
        }

        if (lists.All(l => !l.Monitored))
        {
            var flights = lists.Select(l => $"{l.Flight.Designator} {string.Join('-', l.Flight.Stops)}").Distinct().ToList();
            throw new ManifestRefusedException(null, "route-not-monitored",
                $"No flight in the file is on a monitored route ({string.Join(", ", flights.Take(5))}{(flights.Count > 5 ? ", …" : "")}). Only monitored routes are screened; nothing of the file was kept. A supervisor decides which routes are monitored.");
        }
    }

    public ManifestRecord Onto(ManifestRecord record) => record with
    {
        Lists = [.. lists],
        Travellers = travellers,
        SetAside = setAsideCount,
        SetAsideShown = [.. setAside],
    };

    private void Begin(ManifestList list)
    {
        if (!positions.TryAdd(list, lists.Count))
        {
            return;
        }

        hops += list.Flight.Legs.Length;
        if (lists.Count == ManifestIntake.MaxLists || hops > ManifestIntake.MaxHops)
        {
            throw new ManifestRefusedException(
                list.At, "too-many-lists", $"More than {ManifestIntake.MaxLists:N0} lists in one file, or {ManifestIntake.MaxHops:N0} hops of their flights; send it in parts.");
        }

        lists.Add(new ManifestListSummary(list.Flight, list.Kind, list.Function, list.At.ToString(), 0, routes.Covers(list.Flight)));
    }
}
