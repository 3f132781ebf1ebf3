using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The plan as lists within lists, to be put in another order.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetArrangement(Guid PlanId) : IQuery<Arrangement>;

internal sealed class GetArrangementHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetArrangement, Arrangement?>
{
    public async Task<Arrangement?> Handle(GetArrangement request, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var plan = await database.Plans.AsNoTracking().Where(p => p.Id == request.PlanId).Select(p => new { p.Id, p.Title }).FirstOrDefaultAsync(cancellationToken);
        if (plan is null)
        {
            return null;
        }

        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == plan.Id).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new Row(a.Id, a.Number + ". " + a.Statement, a.Id, null)).ToListAsync(cancellationToken);
        var drivers = await database.KeyDrivers.AsNoTracking().Where(d => d.Aim!.PlanId == plan.Id).OrderBy(d => d.Position).ThenBy(d => d.Id)
            .Select(d => new Row(d.Id, d.Text, d.AimId, d.ParentId)).ToListAsync(cancellationToken);
        var projects = await database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == plan.Id).OrderBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new Row(p.Id, p.Number + " " + p.Title, p.AimId, p.DriverId)).ToListAsync(cancellationToken);
        var tree = new Tree(drivers.ToLookup(d => (d.AimId, d.DriverId)), projects.ToLookup(p => (p.AimId, p.DriverId)));
        return new Arrangement(plan.Id, plan.Title, tree.Items(PlanPlaceKind.Aim, aims), words);
    }

    private sealed record Row(Guid Id, string Name, Guid AimId, Guid? DriverId);

    private sealed record Tree(ILookup<(Guid, Guid?), Row> Drivers, ILookup<(Guid, Guid?), Row> Projects)
    {
        public IReadOnlyList<ArrangedItem> Items(PlanPlaceKind kind, IReadOnlyList<Row> rows) =>
        [
            .. rows.Select((row, i) =>
            {
                var under = (row.AimId, kind == PlanPlaceKind.Aim ? (Guid?)null : row.Id);
                return new ArrangedItem(
                    new PlanPlace(kind, row.Id), EnglishText.Cut(row.Name, ArrangedItem.NameLength), i == 0 ? null : rows[i - 1].Id, i == rows.Count - 1 ? null : rows[i + 1].Id,
                    kind == PlanPlaceKind.Project ? [] : Items(PlanPlaceKind.Driver, [.. Drivers[under]]),
                    kind == PlanPlaceKind.Project ? [] : Items(PlanPlaceKind.Project, [.. Projects[under]]));
            }),
        ];
    }
}
