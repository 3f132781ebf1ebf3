using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportRow(Guid PeriodId, string Title, string Plan, PeriodState State, DateOnly DueOn, bool HasReport, string Words)
{
    /// <summary>True where a correction of it is with the chief officers.</summary>
    public bool HasCorrection { get; init; }

    /// <summary>Its published versions, the newest first.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; init; } = [];
}
