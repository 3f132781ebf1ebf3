using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportPage
{
    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }
    public required string Plan { get; init; }
    public required PeriodState State { get; init; }
    public required DateOnly DueOn { get; init; }
    public required string PrintedBy { get; init; }
    public required bool MaySubmit { get; init; }

    /// <summary>Null until the quarter is submitted.</summary>
    public required ReportContent? Content { get; init; }

    public required SigningPanel? Signing { get; init; }
    public required ReturnNote? Returned { get; init; }
}
