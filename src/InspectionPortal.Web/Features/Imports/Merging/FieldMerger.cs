using System.Globalization;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Plans;

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
            told.Add(string.IsNullOrEmpty(before) ? $"{label}: {EnglishText.Cut(Single(fitting), 160)}" : $"{label}: {EnglishText.Cut(Single(before), 160)} → {EnglishText.Cut(Single(fitting), 160)}");
        }
    }

    /// <summary>The same for a field of the catalogue.</summary>
    public void Set(ProjectField field, ImprovementProject project, string? after) =>
        Set(field.Name, field.Label, field.Get(project), after, field.MaxLength, v => field.Set(project, v));

    /// <summary>The text as far as the portal has room for it; the rest is said.</summary>
    public string Fit(string text, string label, int length)
    {
        text = text.Trim();
        if (text.Length <= length)
        {
            return text;
        }

        issues.Warn(where, string.Create(CultureInfo.InvariantCulture, $"{label} has {text.Length:N0} characters. The limit is {length:N0}, so the end is left out. Shorten the text in the file to keep all of it."));
        return EnglishText.CutKeepingLines(text, length);
    }

    private static string Single(string? text) =>
        text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
