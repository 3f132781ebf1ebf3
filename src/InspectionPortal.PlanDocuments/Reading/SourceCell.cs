namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>A cell.</summary>
public sealed record SourceCell
{
    public static SourceCell Empty { get; } = new();

    public IReadOnlyList<SourceLine> Lines { get; init; } = [];

    /// <summary>How many grid columns it is wide.</summary>
    public int Across { get; init; } = 1;

    public MergeDown Down { get; init; }

    /// <summary>The colour behind the words, as six hexadecimal digits; null for none or white.</summary>
    public string? Fill { get; init; }

    /// <summary>True where all words are bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>The text of footnotes that it refers to.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    public bool IsBlank => Lines.Count == 0;

    public string Text => string.Join('\n', Lines.Select(l => l.Text));
}
