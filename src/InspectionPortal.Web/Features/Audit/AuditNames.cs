using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>What things and people are called, whatever their kind, in one command.</summary>
internal sealed class AuditNames(PortalDbContext database)
{
    private const int Longest = 120;

    public async Task<Dictionary<Guid, string>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await Work(ids).Concat(People(ids)).Concat(Reporting(ids)).ToListAsync(cancellationToken);
        return found.DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => EnglishText.Cut(n.Name, Longest));
    }

    private IQueryable<Named> Work(IReadOnlyList<Guid> ids) =>
        database.Projects.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Number + " " + x.Title })
            .Concat(database.StretchAims.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Number + " " + x.Statement }))
            .Concat(database.KeyDrivers.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Text }))
            .Concat(database.SubActions.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Text }))
            .Concat(database.Measures.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Title }))
            .Concat(database.Plans.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Title }))
            .Concat(database.Inspections.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Title }))
            .Concat(database.Recommendations.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Number + " " + x.Text }))
            .Concat(database.Set<ProgressReview>().Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Title }))
            .Concat(database.EvidenceItems.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Title }))
            .Concat(database.EvidenceVersions.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Item!.Title }));

    private IQueryable<Named> People(IReadOnlyList<Guid> ids) =>
        database.Users.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.DisplayName })
            .Concat(database.Agencies.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Name }))
            .Concat(database.LeadResponsibilities.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Name }))
            .Concat(database.ScrutinyBodies.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Name }));

    private IQueryable<Named> Reporting(IReadOnlyList<Guid> ids) =>
        database.ReportingPeriods.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Title })
            .Concat(database.ProgressUpdates.Where(x => ids.Contains(x.Id))
                .Select(x => new Named { Id = x.Id, Name = x.Project!.Number + " " + x.Project.Title + ", " + x.Period!.Title }))
            .Concat(database.Submissions.Where(x => ids.Contains(x.Id)).Select(x => new Named { Id = x.Id, Name = x.Period!.Title }));

    private sealed class Named
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = string.Empty;
    }
}
