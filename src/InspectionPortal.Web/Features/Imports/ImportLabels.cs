using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Measurement;
using InspectionPortal.PlanDocuments.Columns;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>The words of states and fields on the pages of an import.</summary>
public static class ImportLabels
{
    private static readonly Dictionary<ImportField, string> Words = new()
    {
        [ImportField.Aim] = "Aim",
        [ImportField.Driver] = "Driver",
        [ImportField.Number] = "Number",
        [ImportField.Title] = "Project",
        [ImportField.Deadline] = "Deadline",
        [ImportField.Leads] = "Leads",
        [ImportField.LeadsWith] = "Leads who support",
        [ImportField.Measures] = "Measures",
        [ImportField.Progress] = "Progress (added to the history)",
        [ImportField.Rag] = "Rating",
        [ImportField.Status] = "Status",
        [ImportField.Recommendations] = "Linked recommendation",
        [ImportField.Financial] = "Sub-actions: financial",
        [ImportField.Workforce] = "Sub-actions: workforce",
        [ImportField.Partners] = "Sub-actions: partners",
        [ImportField.Systems] = "Sub-actions: systems",
        [ImportField.Leadership] = "Sub-actions: leadership",
        [ImportField.ClosingTheLoop] = "Sub-actions: closing the loop",
        [ImportField.OtherActions] = "Sub-actions: other",
        [ImportField.Month] = "Month of the deadline",
        [ImportField.Other] = "Other (kept with the row)",
    };

    /// <summary>What a column can feed, with one chosen.</summary>
    public static IReadOnlyList<SelectListItem> Choices(string? chosen) =>
        [.. Enum.GetValues<ImportField>().Select(f => new SelectListItem(Of(f), f.ToWire(), f.ToWire() == chosen))];

    /// <summary>The words for a field by its wire name; null where no field has it.</summary>
    public static string? Of(string? wire) => ImportFields.FromWire(wire) is { } field ? Of(field) : null;

    private static string Of(ImportField field) => ImportFields.TextOf(field)?.Label ?? Words[field];

    public static string State(ImportRow row) => row.State switch
    {
        ImportState.BroughtIn when row.IsUnderWay => "Undoing",
        _ when row.IsUnderWay => "Importing",
        ImportState.BroughtIn => "Imported",
        ImportState.Undone => "Undone",
        ImportState.Discarded => "Not imported",
        _ => "Waiting to be checked",
    };
}
