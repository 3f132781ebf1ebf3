using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

public sealed record ReportList
{
    public required IReadOnlyList<ReportRow> Reports { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required bool MaySubmit { get; init; }
    public required bool MayApprove { get; init; }

    /// <summary>True for chief officers and partnership leads.</summary>
    public required bool MayReadWithheld { get; init; }

    /// <summary>True where this person may say how reports are signed.</summary>
    public required bool MaySetSigning { get; init; }

    /// <summary>True where this person may name somebody who decides for them.</summary>
    public required bool MayDelegate { get; init; }

    public bool HasSeveralPlans => Reports.Select(r => r.Plan).Distinct(StringComparer.Ordinal).Skip(1).Any();
}
