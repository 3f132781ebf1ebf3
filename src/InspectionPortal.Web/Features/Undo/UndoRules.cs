using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InspectionPortal.Web.Features.Undo;

/// <summary>
/// What was true before a change may not be allowed now: evidence may have been withdrawn, a number given to something else. Each rule
/// looks at the rows as they would be after the change is undone, and gives a sentence where they may not be saved.
/// </summary>
internal sealed class UndoRules(PortalDbContext database, PartnershipTime time)
{
    /// <summary>The first rule that would be broken; null where none is.</summary>
    public async Task<string?> FindBrokenAsync(CancellationToken cancellationToken)
    {
        if (await JudgeProjectsAsync(cancellationToken) is { } project)
        {
            return project;
        }

        foreach (var row in database.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var broken = row.Entity switch
            {
                Agency agency when row.State == EntityState.Modified => await JudgeAsync(row, agency, cancellationToken),
                ResponsibilityHolder holder when row.State != EntityState.Deleted => await JudgeAsync(holder, cancellationToken),
                Partnership partnership => await JudgeAsync(partnership, cancellationToken),
                ReportDraft draft => await JudgeAsync(draft, cancellationToken),
                _ => null,
            };
            if (broken is not null)
            {
                return broken;
            }
        }

        return null;
    }

    /// <summary>All at once: a change of many projects is undone as one.</summary>
    private async Task<string?> JudgeProjectsAsync(CancellationToken cancellationToken)
    {
        var changed = database.ChangeTracker.Entries<ImprovementProject>().Where(e => e.State == EntityState.Modified).ToList();
        var evidenced = changed.Where(e => e.Property(p => p.Status).IsModified && e.Entity.Status == ProjectStatus.DoneAndEvidenced)
            .Select(e => e.Entity.Id).ToList();
        var proven = evidenced.Count == 0 ? 0 : await database.ProjectsWithEvidence().Where(id => evidenced.Contains(id)).Distinct()
            .CountAsync(cancellationToken);
        if (proven < evidenced.Count)
        {
            return "It was done and evidenced, and it has no evidence any more.";
        }

        var numbered = changed.Where(e => e.Property(p => p.Number).IsModified).Select(e => e.Entity).ToList();
        var (ids, numbers) = (numbered.ConvertAll(p => p.Id), numbered.ConvertAll(p => p.Number));
        var taken = numbers.Count == 0 ? [] : await database.Projects.Where(p => numbers.Contains(p.Number) && !ids.Contains(p.Id))
            .Select(p => new { p.PlanId, p.Number }).ToListAsync(cancellationToken);
        return numbered.Find(p => taken.Exists(t => t.PlanId == p.PlanId && t.Number == p.Number)) is { } clash
            ? $"Its number {clash.Number} is used by something else now."
            : null;
    }

    private async Task<string?> JudgeAsync(EntityEntry row, Agency agency, CancellationToken cancellationToken)
    {
        if (!row.Property(nameof(Agency.ReportsToId)).IsModified)
        {
            return null;
        }

        var all = await database.Agencies.ToDictionaryAsync(a => a.Id, cancellationToken);
        var chain = AgencyHierarchy.Above(agency.ReportsToId, all);
        if (chain.Contains(agency))
        {
            return $"{agency.ReportsTo?.Name ?? "The agency it reported to"} now reports to {agency.Name}, directly or through others.";
        }

        // Written again unchanged, so that two changes at the same moment cannot close a circle between them.
        foreach (var step in chain)
        {
            database.Entry(step).Property(a => a.ReportsToId).IsModified = true;
        }

        return null;
    }

    private async Task<string?> JudgeAsync(ResponsibilityHolder holder, CancellationToken cancellationToken)
    {
        var others = await database.ResponsibilityHolders.AsNoTracking().Where(h => h.Id != holder.Id && h.UserId == holder.UserId
            && h.LeadResponsibilityId == holder.LeadResponsibilityId).ToListAsync(cancellationToken);
        if (others.Exists(h => h.Overlaps(holder.From, holder.Until)))
        {
            return "They have been assigned to this responsibility again on some of these dates.";
        }

        var isOver = holder.Until is { } last && last < time.Today;
        return isOver || await database.Memberships.AnyAsync(m => m.UserId == holder.UserId, cancellationToken)
            ? null
            : "They are no longer a member of the partnership.";
    }

    private async Task<string?> JudgeAsync(Partnership partnership, CancellationToken cancellationToken)
    {
        var gone = database.Entry(partnership).Property(p => p.RagKey).OriginalValue
            .Where(r => partnership.RagKey.TrueForAll(k => k.Code != r.Code)).ToList();
        return await database.FirstRatingInUseAsync([.. gone.Select(r => r.Code)], cancellationToken) is { } used
            ? $"The rating “{gone.Find(r => r.Code == used)?.Name}” is in use now."
            : null;
    }

    private async Task<string?> JudgeAsync(ReportDraft draft, CancellationToken cancellationToken) =>
        await database.ReportingPeriods.AnyAsync(p => p.Id == draft.PeriodId && p.State != PeriodState.WithLead, cancellationToken)
            ? "The report has been submitted since, or the quarter has been reopened."
            : null;
}
