using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportRow(Guid PeriodId, string Title, string Plan, PeriodState State, bool HasReport, string Words)
{
    /// <summary>When updates for it are due; null for a report on the whole plan, which asks nobody for updates.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>True where a correction of it is with the chief officers.</summary>
    public bool HasCorrection { get; init; }

    /// <summary>Its published versions, the newest first.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; init; } = [];
}
