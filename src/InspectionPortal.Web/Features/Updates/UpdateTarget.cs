using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What somebody writes an update for, once it is certain that they may write it.</summary>
/// <param name="Project">The item.</param>
/// <param name="Period">The period, of the same plan.</param>
/// <param name="Update">What is saved of it; null where nothing is.</param>
/// <param name="IsLead">True where the writer is a partnership lead.</param>
internal sealed record UpdateTarget(ImprovementProject Project, ReportingPeriod Period, ProgressUpdate? Update, bool IsLead)
{
    /// <summary>Finds it. Missing where there is no such item in the period's plan, denied where the person does not lead the
    /// item.</summary>
    public static async Task<Result<UpdateTarget>> FindAsync(
        PortalDbContext database, CurrentSession current, DateTimeOffset now, (Guid ProjectId, Guid? PeriodId) which,
            CancellationToken cancellationToken)
    {
        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(now, current.RequiredTenant.Partnership.TimeZone));
        var found = await database.Projects.AsNoTracking()
            .Where(p => p.Id == which.ProjectId && p.NoActionNeededReason == null)
            .Select(p => new { Project = p, p.Aim!.PlanId, IsHeld = p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)) })
            .FirstOrDefaultAsync(cancellationToken);
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == which.PeriodId, cancellationToken);
        if (found is null || period is null || period.PlanId != found.PlanId || period.Kind != PeriodKind.Quarter)
        {
            return new Missing();
        }

        var isLead = current.RequiredTenant.Has(Permission.AcceptUpdates);
        if (!isLead && !found.IsHeld)
        {
            return new Denied("You are not assigned to a responsibility that leads this project.");
        }

        var update = await database.ProgressUpdates.Include(u => u.Entries).Include(u => u.Figures).AsSingleQuery()
            .FirstOrDefaultAsync(u => u.PeriodId == period.Id && u.ProjectId == found.Project.Id, cancellationToken);
        return new UpdateTarget(found.Project, period, update, isLead);
    }
}
