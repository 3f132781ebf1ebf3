using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Which of several columns of ratings is the current one.</summary>
internal static partial class RatingColumns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>
    /// The columns of ratings, the current one first: by "current" and "previous" in their headers, then by the dates in them,
    /// otherwise from right to left.
    /// </summary>
    public static IReadOnlyList<int> CurrentFirst(IReadOnlyList<MappedColumn> columns)
    {
        var found = Enumerable.Range(0, columns.Count).Where(i => columns[i].Field == ImportField.Rag)
            .Select(i => (Index: i, Header: columns[i].Column.FullHeader, Date: DateOf(columns[i].Column.FullHeader))).ToList();
        var isDated = found.TrueForAll(f => f.Date is not null);
        return [.. found.OrderByDescending(f => Rank(f.Header)).ThenByDescending(f => isDated ? f.Date : null).ThenByDescending(f =>
            f.Index).Select(f => f.Index)];
    }

    /// <summary>
    /// A column that shows ratings by the colours behind its words, where no column holds ratings; null where there is none.
    /// </summary>
    public static int? OnlyColoured(IReadOnlyList<MappedColumn> columns)
    {
        if (columns.Any(c => c.Field == ImportField.Rag))
        {
            return null;
        }

        return Enumerable.Range(0, columns.Count)
            .Where(i => columns[i].Field is not (null or ImportField.Month))
            .Select(i => (Index: i, Profile: new ColumnProfile(columns[i].Column)))
            .Where(c => c.Profile.Kinds > 1 && c.Profile.Colours >= 0.4)
            .OrderByDescending(c => columns[c.Index].Field == ImportField.Status).ThenByDescending(c => c.Profile.Colours)
            .Select(c => (int?)c.Index).FirstOrDefault();
    }

    private static int Rank(string header)
    {
        var words = HeaderPhrase.Of(header).All;
        return Before().IsMatch(words) ? -1 : Now().IsMatch(words) ? 1 : 0;
    }

    private static DateOnly? DateOf(string header)
    {
        var bare = string.Join(' ', header.Replace(':', ' ').Split(' ').Where(w =>
            HeaderSynonyms.Read(w) is not { Field: ImportField.Rag }));
        return DeadlinePhrases.Parse(bare) is var read ? read.Due ?? read.Starts : null;
    }

    [GeneratedRegex(@"\b(?:previous|last|prior|initial|original|start|starting|baseline|first|old|target|expected|predicted)\b", Options)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(?:current|latest|now|this|present|new|today|overall)\b", Options)]
    private static partial Regex Now();
}
