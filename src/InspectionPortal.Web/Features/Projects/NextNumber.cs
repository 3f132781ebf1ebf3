using System.Globalization;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The number that a new project would have by the plan's own way of numbering.</summary>
public static class NextNumber
{
    /// <summary>"3.5" after 3.1 to 3.4 under aim 3, "3.1" where it is the first; null where those there are numbered otherwise.</summary>
    public static string? After(string aim, IReadOnlyList<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var head = $"{aim.TrimEnd('.')}.";
        var lasts = taken.Where(t => t.StartsWith(head, StringComparison.Ordinal))
            .Select(t => int.TryParse(t[head.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0).ToList();
        if (taken.Count > 0 && lasts.DefaultIfEmpty().Max() == 0)
        {
            return null;
        }

        var next = $"{head}{(lasts.DefaultIfEmpty().Max() + 1).ToString(CultureInfo.InvariantCulture)}";
        return next.Length > ImprovementProject.NumberMaxLength ? null : next;
    }
}
