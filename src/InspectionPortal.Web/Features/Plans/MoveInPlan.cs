using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>
/// Moves an aim, driver or project past the neighbour that stood beside it. Naming the neighbour makes a repeated move harmless
/// (it is passed already) and shows a stale one (it is a neighbour no longer).
/// </summary>
[Requires(Permission.EditPlan)]
public sealed record MoveInPlan : ICommand<MovedInPlan>
{
    /// <summary>"project:0197…:up:0197…", as a button of the page sends it.</summary>
    public string? Move { get; init; }
}

public enum MoveDirection
{
    Up,
    Down,
}

/// <summary>What moved, and the button to return to.</summary>
public sealed record MovedInPlan(string Focus, string Notice);

internal sealed class MoveInPlanHandler(PortalDbContext database) : IRequestHandler<MoveInPlan, Result<MovedInPlan>>
{
    private static readonly Conflict Stale = new("Someone else rearranged this part meanwhile. Nothing was moved: below is the order as it is now.");

    public async Task<Result<MovedInPlan>> Handle(MoveInPlan command, CancellationToken cancellationToken)
    {
        if (Read(command.Move) is not var (place, direction, neighbour))
        {
            return Failure.Field(string.Empty, "Press “Move up” or “Move down” beside what is to move");
        }

        var list = await SiblingsAsync(place, cancellationToken);
        if (list is null)
        {
            return new Missing();
        }

        var at = list.Siblings.FindIndex(s => s.Entity.Id == place.Id);
        var other = list.Siblings.FindIndex(s => s.Entity.Id == neighbour);
        var step = direction == MoveDirection.Up ? -1 : 1;
        if (other < 0 || (other != at + step && other != at - step))
        {
            return Stale;
        }

        if (other == at + step)
        {
            Swap(list, list.Siblings[at], list.Siblings[other]);
            await database.SaveChangesAsync(cancellationToken);
            at = other;
        }

        var end = at == (direction == MoveDirection.Up ? 0 : list.Siblings.Count - 1);
        var button = end ? (direction == MoveDirection.Up ? MoveDirection.Down : MoveDirection.Up) : direction;
        return new MovedInPlan(
            $"{place.Kind.ToString().ToLowerInvariant()}-{place.Id}-{button.ToString().ToLowerInvariant()}",
            $"{list.Name} is now {at + 1} of {list.Siblings.Count}.");
    }

    private static (PlanPlace Place, MoveDirection Direction, Guid Neighbour)? Read(string? move)
    {
        var parts = move?.Split(':') ?? [];
        if (parts.Length != 4 || PlanPlace.Parse($"{parts[0]}:{parts[1]}") is not { } place || !Guid.TryParse(parts[3], out var neighbour) || neighbour == place.Id)
        {
            return null;
        }

        return parts[2] switch
        {
            "up" => (place, MoveDirection.Up, neighbour),
            "down" => (place, MoveDirection.Down, neighbour),
            _ => null,
        };
    }

    /// <summary>Swaps two in the list of everything of their kind there, which is then numbered anew without gaps.</summary>
    private static void Swap(PlanList list, Positioned one, Positioned other)
    {
        var all = list.All.ToList();
        var (i, j) = (all.IndexOf(one), all.IndexOf(other));
        (all[i], all[j]) = (all[j], all[i]);
        PlanList.Number(all);
    }

    private async Task<PlanList?> SiblingsAsync(PlanPlace place, CancellationToken cancellationToken) => place.Kind switch
    {
        PlanPlaceKind.Aim => await AimsAsync(place.Id, cancellationToken),
        PlanPlaceKind.Driver => await DriversAsync(place.Id, cancellationToken),
        _ => await ProjectsAsync(place.Id, cancellationToken),
    };

    private async Task<PlanList?> AimsAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = await database.StretchAims.Where(a => database.StretchAims.Any(x => x.Id == id && x.PlanId == a.PlanId))
            .OrderBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        return PlanList.Of(all, id, _ => true, a => new Positioned(a, () => a.Position, p => a.Position = p), a => $"{a.Number}. {a.Statement}");
    }

    private async Task<PlanList?> DriversAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = await database.KeyDrivers.Where(d => database.KeyDrivers.Any(x => x.Id == id && x.AimId == d.AimId))
            .OrderBy(d => d.Position).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var parent = all.Find(d => d.Id == id)?.ParentId;
        return PlanList.Of(all, id, d => d.ParentId == parent, d => new Positioned(d, () => d.Position, p => d.Position = p), d => d.Text);
    }

    private async Task<PlanList?> ProjectsAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = await database.Projects.Where(p => database.Projects.Any(x => x.Id == id && x.AimId == p.AimId))
            .OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        var driver = all.Find(p => p.Id == id)?.DriverId;
        return PlanList.Of(all, id, p => p.DriverId == driver, p => new Positioned(p, () => p.Position, x => p.Position = x), p => $"{p.Number} {p.Title}");
    }
}

/// <summary>Something with a place in an order.</summary>
internal sealed record Positioned(TenantEntity Entity, Func<int> Position, Action<int> Set);

/// <summary>Everything of a kind under one aim or plan in its order, and those among it that stand under the same parent.</summary>
internal sealed record PlanList(IReadOnlyList<Positioned> All, List<Positioned> Siblings, string Name)
{
    private const int NameLength = 80;

    /// <summary>Null where the item is not among them.</summary>
    public static PlanList? Of<T>(List<T> all, Guid id, Predicate<T> isSibling, Func<T, Positioned> position, Func<T, string> name)
        where T : TenantEntity
    {
        var item = all.Find(x => x.Id == id);
        if (item is null)
        {
            return null;
        }

        var positioned = all.ConvertAll(x => (Entity: x, Positioned: position(x)));
        return new PlanList(
            [.. positioned.Select(x => x.Positioned)], [.. positioned.Where(x => isSibling(x.Entity)).Select(x => x.Positioned)],
            Words.Cut(name(item), NameLength));
    }

    /// <summary>Numbers them from 0 without gaps; those that have their number already stay untouched.</summary>
    public static void Number(IReadOnlyList<Positioned> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Position() != i)
            {
                all[i].Set(i);
            }
        }
    }
}
