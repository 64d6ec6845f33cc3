using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>What the messages of a file share: the items read and not yet handed on, and which lists there were.</summary>
internal sealed class PaxlstFile(ManifestContext context)
{
    /// <summary>Lists a file may hold; a whole day of Heathrow has about 2,300.</summary>
    public const int MaxLists = 100_000;

    private readonly HashSet<(string Flight, ListKind Kind)> _lists = [];
    private List<ManifestItem> _items = [];
    private List<ManifestItem> _spare = [];

    public ManifestContext Context => context;

    public void Add(ManifestItem item) => _items.Add(item);

    /// <summary>
    /// A list of a message begins. Where the file had one of the same flight and kind before, this one is a further
    /// part of it and no longer says that everybody else does not fly.
    /// </summary>
    public ManifestList Begin(ManifestList list)
    {
        if (_lists.Count >= MaxLists)
        {
            throw new ManifestRefusedException(list.At, "too-many-lists", $"A file may hold {MaxLists} lists at most.");
        }

        var further = !_lists.Add((list.Flight.Key, list.Kind));
        var begun = further && list.Function == ListFunction.Whole ? list with { Function = ListFunction.Change } : list;
        Add(new ManifestItem.Begun(begun));
        return begun;
    }

    /// <summary>The items since the last call; valid until the next.</summary>
    public List<ManifestItem> Take()
    {
        (_items, _spare) = (_spare, _items);
        _items.Clear();
        return _spare;
    }
}
