using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What submitting, approving and returning share.</summary>
internal static class QuarterState
{
    public const string AtTheSameMoment =
        "Someone else submitted, signed or returned this quarter at the same moment, so nothing of yours was saved. This is how it stands now; look at it and try again.";

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
    public static string Explain(PeriodState state) => state switch
    {
        PeriodState.Open => "This quarter is open: updates still come in. The partnership lead closes it first, then submits it.",
        PeriodState.WithLead => "This quarter is with the partnership lead. There is nothing to sign until it is submitted.",
        PeriodState.Submitted => "This quarter is already with the chief officers.",
        _ => "This quarter is approved. Its report stays as it is for ever.",
    };
}
