using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>Records that the portal may not delete. A command that added one cannot be undone.</summary>
public static class PermanentRecords
{
    private static readonly HashSet<Type> Known =
    [
        typeof(AccessEntry), typeof(Approval), typeof(ApprovalDelegation), typeof(AuditEntry), typeof(AuditHead), typeof(AuditLink),
        typeof(DeadlineSlip), typeof(DecisionRecord), typeof(PointCorrection), typeof(PublicPage), typeof(PublishedReport),
        typeof(ReportWithholding), typeof(ReturnComment), typeof(ScrutinyRequest), typeof(SignalAnswer), typeof(Submission),
        typeof(UpdateComment), typeof(UpdateReminder),
    ];

    /// <summary>The kinds of record that are kept.</summary>
    public static IReadOnlySet<Type> Kinds => Known;

    /// <summary>True for a record that is kept.</summary>
    public static bool Has(object row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Known.Contains(row.GetType());
    }
}
