using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Tells "Area for improvement" and the like in a line of its own from the words of the finding below it.</summary>
internal static partial class FindingKinds
{
    public static IReadOnlyList<SourceLine> Without(IReadOnlyList<SourceLine> lines) =>
        lines.Count > 1 && lines[0].Marker is null && Kind().IsMatch(lines[0].Text) ? [.. lines.Skip(1)] : lines;

    [GeneratedRegex(@"^(?:recommendations?|areas?\s+for\s+(?:priority\s+)?(?:improvement|action|development)|(?:accelerated\s+)?causes?\s+of\s+concern|requirements?|actions?|priority\s+actions?|findings?|afi)\s*\d{0,3}\s*:?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Kind();
}
