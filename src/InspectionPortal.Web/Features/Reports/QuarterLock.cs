using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What submitting, approving and returning share.</summary>
internal static class QuarterLock
{
    public const string AtTheSameMoment =
        "Someone else submitted, approved or returned this quarter at the same time, so your change was not saved. Check the quarter below, then try again.";

    public const string CorrectionAtTheSameMoment =
        "Someone else sent or decided on a correction of this report at the same time, so your change was not saved. "
        + "Check the report, then try again.";

    /// <summary>
    /// Takes the quarter's row until the transaction ends: of two people who decide at once, one waits here and is told
    /// so. False where the quarter moved on since it was read.
    /// </summary>
    public static async Task<bool> TakeAsync(this PortalDbContext database, ReportingPeriod period, CancellationToken cancellationToken)
    {
        database.Entry(period).Property(p => p.State).IsModified = true;
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Why a decision cannot be made now, as a sentence that says what comes next.</summary>
    public static string Explain(PeriodState state, PeriodKind kind = PeriodKind.Quarter) => state switch
    {
        PeriodState.Open => "This quarter is still open for updates. The partnership lead must close it before it is submitted.",
        PeriodState.WithLead =>
            $"This {PeriodKindLabels.Noun(kind)} is with the partnership lead. You can approve it when it is submitted.",
        PeriodState.Submitted => $"This {PeriodKindLabels.Noun(kind)} is already with the chief officers.",
        _ => $"This {PeriodKindLabels.Noun(kind)} is approved. {(kind == PeriodKind.Quarter ? "Its report" : "What was approved")} cannot be changed.",
    };

    /// <summary>Why the report cannot be prepared now, as a sentence that says what comes next.</summary>
    public static string ExplainPreparing(PeriodState state) => state switch
    {
        PeriodState.Open => "This quarter is still open for updates. Close it, then prepare its report.",
        PeriodState.Submitted =>
            "This quarter is with the chief officers, so its report cannot be changed. If they return it, you can prepare it again.",
        _ => "This quarter is approved. Its report cannot be changed.",
    };
}
