using System.Globalization;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Writes the texts of one row, as far as they fit, and says in words what changed.</summary>
internal sealed class FieldMerger(MergeLog log, ImportIssues issues, TenantEntity row, bool isNew, string where, List<string> told)
{
    /// <summary>Writes a text where the file has one and it differs by more than white space. A blank takes nothing away.</summary>
    public void Set(string field, string label, string? before, string? after, int length, Action<string?> apply)
    {
        if (string.IsNullOrWhiteSpace(after))
        {
            return;
        }

        var fitting = Fit(after, label, length);
        if (Single(before) != Single(fitting) && log.Set(row, field, before, fitting, apply) && !isNew)
        {
            told.Add(string.IsNullOrEmpty(before) ? $"{label}: {ImportWords.Cut(Single(fitting), 160)}" : $"{label}: {ImportWords.Cut(Single(before), 160)} → {ImportWords.Cut(Single(fitting), 160)}");
        }
    }

    /// <summary>The text as far as the portal has room for it; the rest is said.</summary>
    public string Fit(string text, string label, int length)
    {
        text = text.Trim();
        if (text.Length <= length)
        {
            return text;
        }

        issues.Doubt(where, string.Create(CultureInfo.InvariantCulture, $"{label} has {text.Length:N0} characters and the portal has room for {length:N0}. The end is left out: shorten it in the file if it matters."));
        return ImportWords.Cut(text, length);
    }

    private static string Single(string? text) => text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
