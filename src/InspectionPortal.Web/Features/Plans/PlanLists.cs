using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Finds the list in which something stands, whatever it is.</summary>
internal sealed class PlanLists(PortalDbContext database)
{
    /// <summary>Null where there is no such thing.</summary>
    public Task<PlanList?> WithAsync(PlanPlace place, CancellationToken cancellationToken) => place.Kind switch
    {
        PlanPlaceKind.Aim => AimsAsync(place.Id, cancellationToken),
        PlanPlaceKind.Driver => DriversAsync(place.Id, cancellationToken),
        PlanPlaceKind.Project => ProjectsAsync(place.Id, cancellationToken),
        PlanPlaceKind.Measure => MeasuresAsync(place.Id, cancellationToken),
        PlanPlaceKind.SubAction => SubActionsAsync(place.Id, cancellationToken),
        PlanPlaceKind.Recommendation => RecommendationsAsync(place.Id, cancellationToken),
        _ => StrengthsAsync(place.Id, cancellationToken),
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

    /// <summary>Of a project; aims and drivers have few, and keep theirs in the order in which they came.</summary>
    private async Task<PlanList?> MeasuresAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = await database.Measures.Where(m => m.ProjectId != null && database.Measures.Any(x => x.Id == id && x.ProjectId == m.ProjectId))
            .OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        return PlanList.Of(all, id, _ => true, m => new Positioned(m, () => m.Position, p => m.Position = p), m => m.Title, m => m.ProjectId);
    }

    private async Task<PlanList?> SubActionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = await database.SubActions.Where(s => database.SubActions.Any(x => x.Id == id && x.ProjectId == s.ProjectId))
            .OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var category = all.Find(s => s.Id == id)?.Category;
        return PlanList.Of(all, id, s => s.Category == category, s => new Positioned(s, () => s.Position, p => s.Position = p), s => s.Text, s => s.ProjectId);
    }

    private async Task<PlanList?> RecommendationsAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = await database.Recommendations.Where(r => r.InspectionId != null && database.Recommendations.Any(x => x.Id == id && x.InspectionId == r.InspectionId))
            .OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return PlanList.Of(
            all, id, _ => true, r => new Positioned(r, () => r.Position, p => r.Position = p), r => $"{r.Number}. {r.Title ?? r.Text}", r => r.InspectionId);
    }

    /// <summary>Their number is their place, from 1.</summary>
    private async Task<PlanList?> StrengthsAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = await database.KeyStrengths.Where(s => database.KeyStrengths.Any(x => x.Id == id && x.InspectionId == s.InspectionId))
            .OrderBy(s => s.Number).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return PlanList.Of(all, id, _ => true, s => new Positioned(s, () => s.Number - 1, p => s.Number = p + 1), s => s.Text, s => s.InspectionId);
    }
}

/// <summary>Something with a place in an order.</summary>
internal sealed record Positioned(TenantEntity Entity, Func<int> Position, Action<int> Set);

/// <summary>Everything of a kind under one owner in its order, and those among it that stand under the same parent.</summary>
internal sealed record PlanList(IReadOnlyList<Positioned> All, List<Positioned> Siblings, string Name)
{
    /// <summary>The project or inspection that holds them; null of what a plan holds.</summary>
    public Guid? Owner { get; init; }

    private const int NameLength = 80;

    /// <summary>Null where the item is not among them.</summary>
    public static PlanList? Of<T>(List<T> all, Guid id, Predicate<T> isSibling, Func<T, Positioned> position, Func<T, string> name, Func<T, Guid?>? owner = null)
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
            EnglishText.Cut(name(item), NameLength))
        {
            Owner = owner?.Invoke(item),
        };
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
