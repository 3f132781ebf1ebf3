using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReturnForm
{
    /// <summary>True where a correction of a published report is returned, not the quarter.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>For which chief officer this person decides, in words; null for themselves.</summary>
    public string? DecidesFor { get; init; }

    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }
    public required string? Sha256 { get; init; }

    /// <summary>Why this person cannot return it now; null where they can.</summary>
    public required string? WhyNot { get; init; }

    public string? Comment { get; init; }

    /// <summary>The projects of the report, to choose from.</summary>
    public IReadOnlyList<SelectListItem> Projects { get; init; } = [];

    /// <summary>Comments on single projects, with an empty row at the end.</summary>
    public List<ReturnCommentRow> Comments { get; init; } = [new()];
}
