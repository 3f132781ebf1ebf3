using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Items that the person may withdraw: everything for who releases evidence, else what they added and nobody
    /// released.</summary>
    public IQueryable<EvidenceItem> Retractable()
    {
        var user = current.RequiredPerson.UserId;
        var items = database.EvidenceItems.Where(i => i.WithdrawnAt == null);
        return IsEverything ? items : items.Where(i => i.AddedByUserId == user && !i.Versions.Any(v => v.ReleasedAt != null));
    }

    /// <summary>Ids of recommendations, projects and measures that the person may link evidence to.</summary>
    public async Task<HashSet<Guid>> OfferedAsync(CancellationToken cancellationToken)
    {
        var isEverything = IsEverything;
        var recommendations = database.Recommendations.Where(r => isEverything).Select(r => r.Id);
        return await Projects().Select(p => p.Id).Concat(Measures().Select(m => m.Id)).Concat(recommendations)
            .ToHashSetAsync(cancellationToken);
    }

    private IQueryable<Guid> Held() =>
        database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
}
