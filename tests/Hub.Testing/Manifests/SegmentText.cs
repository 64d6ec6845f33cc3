using System.Text;
using Hub.Border.Edifact;

namespace Hub.Testing.Manifests;

/// <summary>Builds the text of an interchange, segment by segment; data is released where it must be.</summary>
internal sealed class SegmentText
{
    private readonly StringBuilder _text = new();
    private readonly PaxlstStyle _style;
    private readonly Separators _marks;

    public SegmentText(PaxlstStyle style)
    {
        (_style, _marks) = (style, style.Separators);
        if (style.Advice)
        {
            _text.Append("UNA").Append((char)_marks.Component).Append((char)_marks.Element).Append('.')
                .Append((char)(_marks.Release ?? (byte)' ')).Append((char)(_marks.Repetition ?? (byte)' ')).Append((char)_marks.Terminator).Append(style.Between);
        }
    }

    /// <summary>Segments so far, UNA not counted.</summary>
    public int Segments { get; private set; }

    public void Add(string tag, params IReadOnlyList<IReadOnlyList<string>> elements)
    {
        _text.Append(tag);
        foreach (var element in elements)
        {
            _text.Append((char)_marks.Element);
            for (var i = 0; i < element.Count; i++)
            {
                if (i > 0)
                {
                    _text.Append((char)_marks.Component);
                }

                Release(element[i]);
            }
        }

        _text.Append((char)_marks.Terminator).Append(_style.Between);
        Segments++;
    }

    public void AddIf<T>(T? value, string tag, params IReadOnlyList<Func<T, IReadOnlyList<string>>> elements)
        where T : struct
    {
        if (value is { } known)
        {
            Add(tag, [.. elements.Select(element => element(known))]);
        }
    }

    public void AddIf(string? value, string tag, params IReadOnlyList<Func<string, IReadOnlyList<string>>> elements)
    {
        if (value is not null)
        {
            Add(tag, [.. elements.Select(element => element(value))]);
        }
    }

    public override string ToString() => _text.ToString();

    private void Release(string data)
    {
        foreach (var c in data)
        {
            if (c == _marks.Component || c == _marks.Element || c == _marks.Terminator || c == _marks.Release || c == _marks.Repetition)
            {
                _text.Append((char)(_marks.Release ?? throw new ArgumentException("A separator in data needs a release character.", nameof(data))));
            }

            _text.Append(c);
        }
    }
}
