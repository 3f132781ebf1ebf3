using InspectionPortal.Domain.Projects;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>The category before a line in a column that holds sub-actions of several: "Workforce: train all staff".</summary>
internal static class CategoryLabels
{
    public static string Write(SubActionCategory category, string text, bool isAlways = false) =>
        isAlways || category != SubActionCategory.Other || Find(text) is not null ? $"{ProjectLabels.Of(category)}: {text}" : text;

    public static (SubActionCategory Category, string Text) Read(string line) =>
        Find(line) is { } found ? (found, line[(ProjectLabels.Of(found).Length + 2)..]) : (SubActionCategory.Other, line);

    private static SubActionCategory? Find(string line) => Enum.GetValues<SubActionCategory>()
        .Where(c => line.StartsWith($"{ProjectLabels.Of(c)}: ", StringComparison.Ordinal)).Select(c => (SubActionCategory?)c).FirstOrDefault();
}
