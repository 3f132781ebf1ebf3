using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>
/// Moves something that has a place in an order past the neighbour that stood beside it: what a plan, a project or an inspection
/// holds. Naming the neighbour makes a repeated move harmless
/// (it is passed already) and shows a stale one (it is a neighbour no longer).
/// </summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record MoveInPlan : ICommand<MovedInPlan>
{
    /// <summary>"project:0197…:up:0197…", as a button of the page sends it.</summary>
    public string? Move { get; init; }

    /// <summary>The project or inspection on whose page it was pressed; null on the plan's.</summary>
    [BindNever]
    public Guid? Within { get; set; }
}

internal sealed class MoveInPlanHandler(PortalDbContext database) : IRequestHandler<MoveInPlan, Result<MovedInPlan>>
{
    private static readonly Conflict Stale = new("Someone else changed the order, so nothing was moved. Check the new order below, then try again.");

    public async Task<Result<MovedInPlan>> Handle(MoveInPlan command, CancellationToken cancellationToken)
    {
        if (Read(command.Move) is not var (place, direction, neighbour))
        {
            return Failure.Field(string.Empty, "Choose “Move up” or “Move down” next to the item");
        }

        var list = await new PlanLists(database).WithAsync(place, cancellationToken);
        if (list is null || (command.Within is not null && list.Owner != command.Within))
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
            $"{list.Name} moved to {at + 1} of {list.Siblings.Count}");
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
}
