using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>An aim with its drivers and projects, as a block of the plan's table.</summary>
public sealed record PlanAim(
    Guid Id, string Number, string Statement, string? Vision, IReadOnlyList<string> KeyOutcomes, SourceNote Source,
    IReadOnlyList<PlanDriver> Drivers, IReadOnlyList<PlanProject> Projects)
{
    /// <summary>How those of its projects are rated that are shown, the worst first; nobody rates an aim itself.</summary>
    public IReadOnlyList<RatingCount> RatingsUnder(PlanFilter filter) =>
        [.. Projects.Where(p => !p.IsNoActionNeeded).GroupBy(p => p.Rating).OrderBy(g => g.Key.Order == int.MaxValue).ThenByDescending(g => g.Key.Order)
            .Select(g => new RatingCount(g.Key, g.Count(), filter.WithAll([("aim", Number), ("rating", g.Key.Code)])))];

    /// <summary>
    /// Drivers with their projects in the order of the plan, each secondary driver after its primary one; last what hangs
    /// straight under the aim. A driver without projects is left out where only some of the plan is shown.
    /// </summary>
    public IReadOnlyList<PlanBand> Bands(bool isWhole)
    {
        var byDriver = Projects.ToLookup(p => p.DriverId);
        var bands = new List<PlanBand>();
        Add(null, 0);
        bands.AddRange(Drivers.Where(d => bands.TrueForAll(b => b.Driver != d)).Select(d => new PlanBand(d, 1, [.. byDriver[d.Id]])).ToList());
        bands.RemoveAll(b => !isWhole && b.Projects.Count == 0);
        var known = Drivers.Select(d => d.Id).ToHashSet();
        var straight = Projects.Where(p => p.DriverId is not { } id || !known.Contains(id)).ToList();
        return straight.Count == 0 ? bands : [.. bands, new PlanBand(null, 0, straight)];

        void Add(Guid? parent, int depth)
        {
            foreach (var driver in Drivers.Where(d => d.ParentId == parent && bands.TrueForAll(b => b.Driver != d)))
            {
                bands.Add(new PlanBand(driver, depth, [.. byDriver[driver.Id]]));
                Add(driver.Id, depth + 1);
            }
        }
    }
}
