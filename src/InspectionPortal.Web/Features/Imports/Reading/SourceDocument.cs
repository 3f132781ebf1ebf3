namespace InspectionPortal.Web.Features.Imports.Reading;

/// <summary>A file as neutral text and tables, whatever it was written with.</summary>
public sealed record SourceDocument(string Name, IReadOnlyList<SourceBlock> Blocks);

/// <summary>Something that stands in a document, in its order.</summary>
/// <param name="Where">"Table 2", "Sheet 'Plan'"; empty where there is nothing to tell it from.</param>
public abstract record SourceBlock(string Where);

/// <summary>A paragraph outside tables.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Heading">1 to 9 for a heading, 0 for other text; a title is 1.</param>
public sealed record SourceText(string Text, int Heading) : SourceBlock("");

/// <summary>A table.</summary>
/// <param name="Where">"Table 2", "Sheet 'Plan'"; empty where a file is one table.</param>
/// <param name="Rows">Its rows, from the top.</param>
/// <param name="SheetName">The name of the sheet it stands on, or null.</param>
public sealed record SourceTable(string Where, IReadOnlyList<SourceRow> Rows, string? SheetName = null) : SourceBlock(Where)
{
    /// <summary>What the file says of the table for those who cannot see it.</summary>
    public string? Description { get; init; }
}

/// <summary>A row.</summary>
public sealed record SourceRow(string Where, IReadOnlyList<SourceCell> Cells)
{
    /// <summary>Grid columns left out before the first cell.</summary>
    public int Before { get; init; }

    /// <summary>Marked to be repeated on every page.</summary>
    public bool IsHeader { get; init; }
}

/// <summary>How a cell is merged with the one above it.</summary>
public enum MergeDown
{
    None,
    First,
    Continued,
}

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

/// <summary>A paragraph of a cell.</summary>
/// <param name="Text">Its words, without the mark of a list.</param>
/// <param name="Level">0 for plain text, 1 and more for an entry of a list and of a list within it.</param>
/// <param name="Marker">"•" or the number as shown ("1.", "a)"); null for plain text.</param>
public sealed record SourceLine(string Text, int Level = 0, string? Marker = null);
