using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The plan as lists within lists, to be put in another order.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetArrangement : IQuery<Arrangement>;

/// <summary>The plan to arrange; <see cref="Title"/> is null where there is none.</summary>
public sealed record Arrangement(string? Title, IReadOnlyList<ArrangedItem> Aims, Vocabulary Vocabulary)
{
    /// <summary>The item that was moved last and the button pressed, so that the focus returns there.</summary>
    public string? Focus { get; init; }
}

/// <summary>An aim, driver or project with what stands under it, drivers before projects.</summary>
/// <param name="Place">What it is.</param>
/// <param name="Name">Its number and words.</param>
/// <param name="Before">The item of its kind that stands before it under the same parent.</param>
/// <param name="After">The item of its kind that stands after it.</param>
/// <param name="Drivers">Drivers under it.</param>
/// <param name="Projects">Projects straight under it.</param>
public sealed record ArrangedItem(
    PlanPlace Place, string Name, Guid? Before, Guid? After, IReadOnlyList<ArrangedItem> Drivers, IReadOnlyList<ArrangedItem> Projects)
{
    public const int NameLength = 100;

    /// <summary>True where it can also be put under something else.</summary>
    public bool CanBePlaced => Place.Kind is PlanPlaceKind.Driver or PlanPlaceKind.Project;

    /// <summary>Where the item stands on the page.</summary>
    public string Anchor => $"{Place.Kind.ToString().ToLowerInvariant()}-{Place.Id}";

    /// <summary>Things of one kind that hang under nothing and hold nothing to arrange.</summary>
    public static IReadOnlyList<ArrangedItem> Row(PlanPlaceKind kind, IReadOnlyList<(Guid Id, string Name)> rows) =>
    [
        .. rows.Select((row, i) => new ArrangedItem(
            new PlanPlace(kind, row.Id), Words.Cut(row.Name, NameLength), i == 0 ? null : rows[i - 1].Id, i == rows.Count - 1 ? null : rows[i + 1].Id, [], [])),
    ];

    public string ButtonId(MoveDirection direction) => $"{Anchor}-{direction.ToString().ToLowerInvariant()}";

    /// <summary>What the button sends: itself, and the neighbour that it is to pass.</summary>
    public string? Move(MoveDirection direction) =>
        (direction == MoveDirection.Up ? Before : After) is { } neighbour ? $"{Place}:{direction.ToString().ToLowerInvariant()}:{neighbour}" : null;
}

internal sealed class GetArrangementHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetArrangement, Arrangement?>
{
    public async Task<Arrangement?> Handle(GetArrangement request, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var plan = await database.Plans.AsNoTracking().OrderByDescending(p => p.Id).Select(p => new { p.Id, p.Title }).FirstOrDefaultAsync(cancellationToken);
        if (plan is null)
        {
            return new Arrangement(null, [], words);
        }

        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == plan.Id).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new Row(a.Id, a.Number + ". " + a.Statement, a.Id, null)).ToListAsync(cancellationToken);
        var drivers = await database.KeyDrivers.AsNoTracking().Where(d => d.Aim!.PlanId == plan.Id).OrderBy(d => d.Position).ThenBy(d => d.Id)
            .Select(d => new Row(d.Id, d.Text, d.AimId, d.ParentId)).ToListAsync(cancellationToken);
        var projects = await database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == plan.Id).OrderBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new Row(p.Id, p.Number + " " + p.Title, p.AimId, p.DriverId)).ToListAsync(cancellationToken);
        var tree = new Tree(drivers.ToLookup(d => (d.AimId, d.DriverId)), projects.ToLookup(p => (p.AimId, p.DriverId)));
        return new Arrangement(plan.Title, tree.Items(PlanPlaceKind.Aim, aims), words);
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
                    new PlanPlace(kind, row.Id), Words.Cut(row.Name, ArrangedItem.NameLength), i == 0 ? null : rows[i - 1].Id, i == rows.Count - 1 ? null : rows[i + 1].Id,
                    kind == PlanPlaceKind.Project ? [] : Items(PlanPlaceKind.Driver, [.. Drivers[under]]),
                    kind == PlanPlaceKind.Project ? [] : Items(PlanPlaceKind.Project, [.. Projects[under]]));
            }),
        ];
    }
}
