using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Projects;
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

        var (user, today) = (current.RequiredPerson.UserId, Today());
        return database.Projects.Where(p => p.Leads.Any(l => l.LeadResponsibility!.Holders.Any(
            h => h.UserId == user && h.From <= today && (h.Until == null || h.Until >= today))));
    }

    /// <summary>Measures of those projects, and those with a responsibility of their own that the person holds today.</summary>
    public IQueryable<Measure> Measures()
    {
        if (IsEverything)
        {
            return database.Measures;
        }

        var (user, today) = (current.RequiredPerson.UserId, Today());
        return database.Measures.Where(m =>
            m.LeadResponsibility!.Holders.Any(h => h.UserId == user && h.From <= today && (h.Until == null || h.Until >= today))
            || m.Project!.Leads.Any(l => l.LeadResponsibility!.Holders.Any(
                h => h.UserId == user && h.From <= today && (h.Until == null || h.Until >= today))));
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

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
        time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone)).DateTime);
}
