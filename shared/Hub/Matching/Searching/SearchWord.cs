namespace Hub.Matching.Searching;

/// <summary>One word of a search, or several in quotes, or a label with its colon.</summary>
/// <param name="Number">Its place, from 1, by which an error speaks of it.</param>
/// <param name="Text">As written, without quotes; empty for a label.</param>
/// <param name="Label">What the next words are said to be; null for a word.</param>
/// <param name="IsQuoted">Whether it stood in quotes: it is one thing.</param>
/// <param name="EndsPart">Whether a comma follows.</param>
internal readonly record struct SearchWord(int Number, string Text, SearchField? Label = null, bool IsQuoted = false, bool EndsPart = false);
