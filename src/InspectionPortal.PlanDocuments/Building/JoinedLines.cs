using System.Text;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Lines of which the last may go on in the next, joined in time that grows with their length alone.</summary>
internal sealed class JoinedLines
{
    /// <summary>As much of the end of a line as tells whether it goes on.</summary>
    private const int EndLength = 16;

    private readonly List<SourceLine> _lines = [];
    private StringBuilder? _growing;
    private int _openBrackets;

    /// <summary>The lines, each whole.</summary>
    public IReadOnlyList<SourceLine> Lines
    {
        get
        {
            Close();
            return _lines;
        }
    }

    public int Count => _lines.Count;

    /// <summary>Characters of all lines.</summary>
    public int Length { get; private set; }

    /// <summary>The level of the last line.</summary>
    public int LastLevel => _lines[^1].Level;

    /// <summary>The mark of the last line.</summary>
    public string? LastMarker => _lines[^1].Marker;

    /// <summary>The text of the last line. Costs its length where it has grown: ask <see cref="LastEnd"/> first.</summary>
    public string LastText => Lines[^1].Text;

    public int LastLength => _growing?.Length ?? _lines[^1].Text.Length;

    /// <summary>The last few characters of the last line; all of it where it is short.</summary>
    public string LastEnd => _growing is null
        ? _lines[^1].Text is { Length: > EndLength } text ? text[^EndLength..] : _lines[^1].Text
        : _growing.ToString(Math.Max(0, _growing.Length - EndLength), Math.Min(EndLength, _growing.Length));

    /// <summary>True where the last line ends in mid-sentence or within brackets.</summary>
    public bool IsCutOff => Sentences.IsHanging(LastEnd) || HasOpenBracket;

    /// <summary>True where more brackets open in the last line than close.</summary>
    public bool HasOpenBracket => _openBrackets > 0;

    /// <summary>True where the last line ends as a sentence does.</summary>
    public bool IsEnded => Sentences.IsEnded(LastEnd);

    public void Add(SourceLine line)
    {
        Close();
        _lines.Add(line);
        Length += line.Text.Length;
        _openBrackets = Sentences.OpenBrackets(line.Text);
    }

    public void AddRange(IEnumerable<SourceLine> lines)
    {
        foreach (var line in lines)
        {
            Add(line);
        }
    }

    /// <summary>Lets the last line go on.</summary>
    public void Join(string between, string text)
    {
        _growing ??= new StringBuilder(_lines[^1].Text);
        _growing.Append(between).Append(text);
        Length += between.Length + text.Length;
        _openBrackets += Sentences.OpenBrackets(text);
    }

    /// <summary>Whether the last line has at least so many words.</summary>
    public bool HasWords(int count) =>
        Sentences.HasWords(_lines[^1].Text, count) || (_growing is not null && Sentences.HasWords(LastText, count));

    private void Close()
    {
        if (_growing is not null)
        {
            _lines[^1] = _lines[^1] with { Text = _growing.ToString() };
            _growing = null;
        }
    }
}
