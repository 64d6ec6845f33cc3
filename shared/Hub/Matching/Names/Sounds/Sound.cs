namespace Hub.Matching.Names.Sounds;

/// <summary>What a letter or group of letters can stand for in a name; below 32, since skeletons pack five bits.</summary>
internal enum Sound : byte
{
    None,

    /// <summary>Any vowel that begins a name; the only vowel a skeleton knows.</summary>
    Vowel,
    B,
    P,
    F,
    V,
    W,

    /// <summary>k, hard c, q, ck.</summary>
    K,

    /// <summary>Hard g.</summary>
    G,
    Gh,

    /// <summary>j, soft g, dj, dzh.</summary>
    J,
    Y,
    Zh,
    H,
    Kh,

    /// <summary>ch, tch, tsch, cz: a hard, a soft and a Slavic sound in different languages.</summary>
    Ch,
    T,
    Th,
    D,
    Dh,
    S,

    /// <summary>c before e or i.</summary>
    SoftC,
    Z,

    /// <summary>ts, tz.</summary>
    Ts,
    Sh,

    /// <summary>sz: Polish sh, Hungarian s.</summary>
    Sz,
    L,
    R,
    M,
    N,

    // Vowels inside a word, told apart by their spelling only.
    A = 32,
    E,
    I,
    O,
    U,
}
