using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>
/// Who answers for a sub-action, where its cell has the plan's own words for them: "Workforce 2: Head of Service; Nurse".
/// </summary>
internal static partial class OwnerLine
{
    private const string Nobody = "–";

    public static string Write(SubActionCategory category, int number, IReadOnlyList<string> names) =>
        string.Create(CultureInfo.InvariantCulture, $"{ProjectLabels.Of(category)} {number}: {(names.Count == 0 ? Nobody : string.Join("; ", names))}");

    /// <summary>Which sub-action of its category, from 1, and who; null where the line is none such.</summary>
    public static (SubActionCategory Category, int Number, IReadOnlyList<string> Names)? Read(string line)
    {
        var match = Line().Match(line);
        var category = Enum.GetValues<SubActionCategory>().Where(c => ProjectLabels.Of(c) == match.Groups["category"].Value).Select(c => (SubActionCategory?)c).FirstOrDefault();
        return match.Success && category is { } known && int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
            ? (known, number, match.Groups["names"].Value is Nobody ? [] : match.Groups["names"].Value.Split("; "))
            : null;
    }

    [GeneratedRegex(@"^(?<category>[A-Za-z ]+) (?<number>\d{1,4}): (?<names>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
