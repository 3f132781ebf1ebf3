using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportList
{
    public required IReadOnlyList<ReportRow> Reports { get; init; }
    public required bool MaySubmit { get; init; }
    public required bool MayApprove { get; init; }

    /// <summary>True where this person may say how reports are signed.</summary>
    public required bool MaySetSigning { get; init; }

    public bool HasSeveralPlans => Reports.Select(r => r.Plan).Distinct(StringComparer.Ordinal).Skip(1).Any();
}
