namespace Hub.Testing.People;

/// <summary>
/// Surnames put together from parts, the long tail of a register: as many people bear ranks 64 to 127 together as 128
/// to 255 and so on, which is Zipf's law in whole numbers.
/// </summary>
internal sealed class RareSurnames
{
    /// <summary>Log2 of the first rank: the commoner ones are in the lists.</summary>
    private const int FirstOctave = 6;

    private readonly string[] _starts;
    private readonly string[] _middles;
    private readonly string[] _ends;
    private readonly int _octaves;

    public RareSurnames(string starts, string middles, string ends)
    {
        _starts = starts.Split(' ');
        _middles = ["", .. middles.Split(' ')];
        _ends = ends.Split(' ');
        while (1 << (FirstOctave + _octaves + 1) <= Combinations)
        {
            _octaves++;
        }
    }

    private int Combinations => _starts.Length * _middles.Length * _ends.Length;

    public string Pick(SeededRandom random)
    {
        var octave = 1 << (FirstOctave + random.Below(_octaves));
        return At(octave + random.Below(octave));
    }

    // Ranks are strewn over the combinations, so that neighbours in rank share no beginning.
    private string At(int rank)
    {
        var spread = (int)((uint)rank * 2654435761UL % (ulong)Combinations);
        return _starts[spread % _starts.Length] + _middles[spread / _starts.Length % _middles.Length] + _ends[spread / _starts.Length / _middles.Length];
    }
}
