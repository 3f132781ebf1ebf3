using InspectionPortal.Web.Features.Imports.Columns;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>The words of states and fields on the pages of an import.</summary>
public static class ImportWordsOnPage
{
    private static readonly (ImportField Field, string Words)[] Fields =
    [
        (ImportField.Aim, "Aim"),
        (ImportField.Driver, "Driver"),
        (ImportField.Number, "Number"),
        (ImportField.Title, "Project"),
        (ImportField.Difference, "What will make the difference"),
        (ImportField.Success, "How success is seen"),
        (ImportField.Impact, "Impact for children"),
        (ImportField.Deadline, "Deadline"),
        (ImportField.Leads, "Leads"),
        (ImportField.LeadsWith, "Leads, who help"),
        (ImportField.Measures, "Measures"),
        (ImportField.Progress, "Progress, as history"),
        (ImportField.Evidence, "Evidence, in the plan’s words"),
        (ImportField.Rag, "Rating"),
        (ImportField.Status, "Status"),
        (ImportField.Recommendations, "Recommendation answered"),
        (ImportField.Financial, "Sub-actions: financial"),
        (ImportField.Workforce, "Sub-actions: workforce"),
        (ImportField.Partners, "Sub-actions: partners"),
        (ImportField.Systems, "Sub-actions: systems"),
        (ImportField.Leadership, "Sub-actions: leadership"),
        (ImportField.ClosingTheLoop, "Sub-actions: closing the loop"),
        (ImportField.OtherActions, "Sub-actions: other"),
        (ImportField.Month, "A month of the deadline"),
        (ImportField.Other, "Kept with the row"),
    ];

    /// <summary>What a column can feed, with one chosen.</summary>
    public static IReadOnlyList<SelectListItem> Choices(string? chosen) =>
        [.. Fields.Select(f => new SelectListItem(f.Words, f.Field.ToWire(), f.Field.ToWire() == chosen))];

    public static string State(ImportRow row) => row.State switch
    {
        ImportState.BroughtIn when row.IsUnderWay => "Being undone",
        _ when row.IsUnderWay => "Being brought in",
        ImportState.BroughtIn => "Brought in",
        ImportState.Undone => "Undone",
        ImportState.Discarded => "Not brought in",
        _ => "Waits to be looked at",
    };
}
