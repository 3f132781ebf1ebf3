using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>A row of the plan as a reader sees it: what continues it joined, what is merged down from above filled in.</summary>
internal sealed class PlanRow(string where, int columns)
{
    /// <summary>Where it begins.</summary>
    public string Where { get; } = where;

    /// <summary>The lines of each column.</summary>
    public List<SourceLine>[] Lines { get; } = Enumerable.Range(0, columns).Select(_ => new List<SourceLine>()).ToArray();

    public string?[] Fills { get; } = new string?[columns];

    public List<string> Footnotes { get; } = [];

    public string Text(int column) => string.Join('\n', Lines[column].Select(l => l.Text));

    public bool IsBlank(int column) => Lines[column].Count == 0;
}
