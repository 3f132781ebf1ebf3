using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What this person may add evidence to: everything for who releases evidence, else what they answer for today.</summary>
public sealed class OwnItems(PortalDbContext database, CurrentSession current, TimeProvider time)
{
    /// <summary>True for who may add evidence to anything in the partnership.</summary>
    public bool IsEverything => current.RequiredTenant.Has(Permission.ReleaseEvidence);

    /// <summary>Projects led by a responsibility that the person holds today.</summary>
    public IQueryable<ImprovementProject> Projects()
    {
        if (IsEverything)
        {
            return database.Projects;
        }

        var held = Held();
        return database.Projects.Where(p => p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)));
    }

    /// <summary>Measures of those projects, and those with a responsibility of their own that the person holds today.</summary>
    public IQueryable<Measure> Measures()
    {
        if (IsEverything)
        {
            return database.Measures;
        }

        var held = Held();
        return database.Measures.Where(m => (m.LeadResponsibilityId != null && held.Contains(m.LeadResponsibilityId.Value))
            || m.Project!.Leads.Any(l => held.Contains(l.LeadResponsibilityId)));
    }

    /// <summary>Items of evidence the person may add a version to: those that prove something of theirs.</summary>
    public IQueryable<EvidenceItem> Items()
    {
        if (IsEverything)
        {
            return database.EvidenceItems;
        }

        var (projects, measures) = (Projects(), Measures());
        return database.EvidenceItems.Where(i => i.Links.Any(l =>
            projects.Any(p => p.Id == l.ProjectId || p.Id == l.SubAction!.ProjectId || p.Id == l.Update!.ProjectId)
            || measures.Any(m => m.Id == l.MeasureId)));
    }

    private IQueryable<Guid> Held() =>
        database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
}
