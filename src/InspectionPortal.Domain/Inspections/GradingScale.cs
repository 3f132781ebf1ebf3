namespace InspectionPortal.Domain.Inspections;

/// <summary>The scale on which an inspection graded, from the grades it gave: none of them writes its scale down as a list.</summary>
public static class GradingScale
{
    /// <summary>Six points, used by the inspectorates in Scotland.</summary>
    public static IReadOnlyList<string> SixPoints { get; } = ["excellent", "very good", "good", "adequate", "weak", "unsatisfactory"];

    /// <summary>Four points, used by Ofsted.</summary>
    public static IReadOnlyList<string> FourPoints { get; } = ["outstanding", "good", "requires improvement", "inadequate"];

    /// <summary>The scale that has all of these grades, the best first; empty where there is no grade, or no scale has them all.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> grades)
    {
        var given = grades.Select(g => g.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return given.Count == 0
            ? []
            : new[] { SixPoints, FourPoints }.FirstOrDefault(s => given.All(g => s.Contains(g, StringComparer.OrdinalIgnoreCase))) ?? [];
    }
}
