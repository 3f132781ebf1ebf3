using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>The entries of a cell: its lines, or the parts between semicolons where there are as many as are wanted.</summary>
internal static class CellEntries
{
    public static List<string> Of(IReadOnlyList<SourceLine> lines, int wanted)
    {
        var entries = LeadNames.Joined(lines);
        return entries is [var only] && only.Split(';',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && parts.Length == wanted
            ? [.. parts]
            : entries;
    }
}
