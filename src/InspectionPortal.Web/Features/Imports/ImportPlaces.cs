using System.Text.RegularExpressions;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Puts together what is said in the same words of several places of a file.</summary>
internal static partial class ImportPlaces
{
    private const int Named = 6;

    /// <summary>Each thing once, with all its places, in the order of the first.</summary>
    public static IReadOnlyList<ImportIssue> Together(IReadOnlyList<ImportIssue> issues) =>
        [.. issues.GroupBy(i => (i.Severity, i.Message, i.Ask)).Select(g => new ImportIssue(Places([.. g.Select(i => i.Where).Distinct(StringComparer.Ordinal)]), g.Key.Severity, g.Key.Message) { Ask = g.Key.Ask })];

    /// <summary>Such as "Table 1, rows 4, 7 and 9".</summary>
    private static string Places(List<string> places)
    {
        if (places.Count == 1)
        {
            return places[0];
        }

        var rows = places.Select(p => Row().Match(p)).ToList();
        if (!rows.TrueForAll(r => r.Success) || rows.DistinctBy(r => r.Groups["of"].Value, StringComparer.Ordinal).Count() > 1)
        {
            return EnglishText.List(Shortened(places));
        }

        var of = rows[0].Groups["of"].Value;
        return $"{(of.Length == 0 ? "Rows" : $"{of}, rows")} {EnglishText.List(Shortened([.. rows.Select(r => r.Groups["row"].Value)]))}";
    }

    private static List<string> Shortened(List<string> places) =>
        places.Count <= Named ? places : [.. places.Take(Named - 1), $"{places.Count - Named + 1} more"];

    [GeneratedRegex(@"^(?:(?<of>.+), row|Row) (?<row>\d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
