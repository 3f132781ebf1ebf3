using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportPage
{
    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }
    public required string Plan { get; init; }
    public required PeriodState State { get; init; }
    public PeriodKind Kind { get; init; }
    public required DateOnly DueOn { get; init; }
    public required string PrintedBy { get; init; }
    public required bool MaySubmit { get; init; }

    /// <summary>Null until the quarter is submitted.</summary>
    public required ReportContent? Content { get; init; }

    /// <summary>The published version on the page; null while the report or a correction of it is with the chief officers.</summary>
    public required ReportVersion? Shown { get; init; }

    /// <summary>All published versions, the newest first.</summary>
    public required IReadOnlyList<ReportVersion> Versions { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>True where a correction is with the chief officers.</summary>
    public required bool HasCorrection { get; init; }

    public required bool MayWithhold { get; init; }

    /// <summary>True where the newest version can be corrected now.</summary>
    public bool MayCorrect => MaySubmit && !HasCorrection && Content is not null && Shown is not null && Shown == Versions[0];

    /// <summary>Where the bytes on the page can be downloaded.</summary>
    public string Download => $"~/reports/{PeriodId}/snapshot{(Shown is null ? "" : $"?version={Shown.Number}")}";

    public required SigningPanel? Signing { get; init; }
    public required ReturnNote? Returned { get; init; }
}
