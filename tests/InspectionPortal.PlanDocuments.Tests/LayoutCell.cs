namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>A cell of a layout. Lines are separated by "¶" in the text file.</summary>
public sealed record LayoutCell(string Text)
{
    public int Across { get; init; } = 1;

    /// <summary>True begins a cell merged down, false continues one.</summary>
    public bool? Merge { get; init; }

    public string? Fill { get; init; }

    public bool IsBold { get; init; }

    /// <summary>"d" a date of a workbook, "n" a number, "p" a share, "f" a formula with its value, "f0" one without, "e" an error, "wing" a sign of Wingdings, "sym" one as Word inserts it.</summary>
    public string Kind { get; init; } = "";
}
