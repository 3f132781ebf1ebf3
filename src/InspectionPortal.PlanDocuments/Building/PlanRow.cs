using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>A row of the plan as a reader sees it: what continues it joined, what is merged down from above filled in.</summary>
internal sealed class PlanRow(string where, int columns)
{
    /// <summary>Where it begins.</summary>
    public string Where { get; } = where;

    private readonly JoinedLines[] _cells = [.. Enumerable.Range(0, columns).Select(_ => new JoinedLines())];

    public string?[] Fills { get; } = new string?[columns];

    public List<string> Footnotes { get; } = [];

    /// <summary>A column's cell, while rows are still joined to it.</summary>
    public JoinedLines this[int column] => _cells[column];

    /// <summary>The lines of a column.</summary>
    public IReadOnlyList<SourceLine> Lines(int column) => _cells[column].Lines;

    public string Text(int column) => string.Join('\n', Lines(column).Select(l => l.Text));

    public bool IsBlank(int column) => _cells[column].Count == 0;
}
