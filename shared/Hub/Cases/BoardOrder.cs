namespace Hub.Cases;

/// <summary>Which end of a board comes first.</summary>
public enum BoardOrder
{
    /// <summary>By <see cref="CaseFile.BoardAt"/>, the soonest first, those without one last, then by id.</summary>
    SoonestFirst,

    /// <summary>The same, from its end: those without a moment, then the newest.</summary>
    NewestFirst,
}
