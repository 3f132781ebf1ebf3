using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>The page that takes a file: which plans it can go into, and what was brought in before.</summary>
[Requires(Permission.EditPlan)]
public sealed record ListImports : IQuery<ImportsPage>;

internal sealed class ListImportsHandler(PortalDbContext database, TimeProvider time) : IRequestHandler<ListImports, ImportsPage?>
{
    private const int Most = 50;

    public async Task<ImportsPage?> Handle(ListImports query, CancellationToken cancellationToken)
    {
        var plans = await database.Plans.AsNoTracking().OrderByDescending(p => p.Id).Select(p => new ImportPlan(p.Id, p.Title)).ToListAsync(cancellationToken);
        var imports = await database.PlanImports.AsNoTracking().OrderByDescending(i => i.At).Take(Most)
            .Select(i => new
            {
                i.Id,
                i.FileName,
                Plan = i.Plan!.Title ?? i.NewPlanTitle,
                i.State,
                i.At,
                i.Done,
                IsUnderWay = database.PartnershipJobs.Any(j => j.Id == i.JobId && (j.State == JobState.Waiting || j.State == JobState.Running)),
                By = database.Users.Where(u => u.Id == i.ByUserId).Select(u => u.DisplayName).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var over = time.GetUtcNow() - PlanImport.Kept;
        return new ImportsPage(
            plans,
            [.. imports.Where(i => i.State != ImportState.Read || i.At > over || i.IsUnderWay)
                .Select(i => new ImportRow(i.Id, i.FileName, i.Plan, i.State, i.At, i.By, i.Done?.Told) { IsWaiting = i.State == ImportState.Read && !i.IsUnderWay, IsUnderWay = i.IsUnderWay })]);
    }
}
