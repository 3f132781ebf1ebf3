using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Who may write the tests of a project: the partnership lead, and whoever holds a responsibility that leads it.</summary>
public sealed class TestOfChangeAccess(PortalDbContext database, CurrentSession current, TimeProvider time)
{
    public const string Refusal = "Only the partnership lead and the project’s leads can write its tests of change.";

    public async Task<bool> MayAsync(Guid projectId, CancellationToken cancellationToken)
    {
        if (current.RequiredTenant.Has(Permission.EditPlan))
        {
            return true;
        }

        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        return await database.ProjectLeads.AnyAsync(l => l.ProjectId == projectId && held.Contains(l.LeadResponsibilityId), cancellationToken);
    }
}
