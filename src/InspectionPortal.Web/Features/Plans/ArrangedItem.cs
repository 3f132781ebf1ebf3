using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

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
            new PlanPlace(kind, row.Id), EnglishText.Cut(row.Name, NameLength), i == 0 ? null : rows[i - 1].Id, i == rows.Count - 1 ? null : rows[i + 1].Id, [], [])),
    ];

    public string ButtonId(MoveDirection direction) => $"{Anchor}-{direction.ToString().ToLowerInvariant()}";

    /// <summary>What the button sends: itself, and the neighbour that it is to pass.</summary>
    public string? Move(MoveDirection direction) =>
        (direction == MoveDirection.Up ? Before : After) is { } neighbour ? $"{Place}:{direction.ToString().ToLowerInvariant()}:{neighbour}" : null;
}
