using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The aims, drivers and projects of one plan, to move things among them.</summary>
internal sealed record PlanItemSet(List<StretchAim> Aims, List<KeyDriver> Drivers, List<ImprovementProject> Projects)
{
    private const int PlaceLength = 90;

    /// <summary>Ids of the aims of the plan to which a driver or project belongs; empty where there is no such thing.</summary>
    public static async Task<IReadOnlyList<Guid>> AimsAroundAsync(PortalDbContext database, PlanPlace item, CancellationToken cancellationToken) =>
        item.Kind == PlanPlaceKind.Project
            ? await database.StretchAims.Where(a => database.Projects.Any(p => p.Id == item.Id && p.Aim!.PlanId == a.PlanId)).Select(a => a.Id).ToListAsync(cancellationToken)
            : await database.StretchAims.Where(a => database.KeyDrivers.Any(d => d.Id == item.Id && d.Aim!.PlanId == a.PlanId)).Select(a => a.Id).ToListAsync(cancellationToken);

    public static async Task<PlanItemSet> ReadAsync(PortalDbContext database, IReadOnlyList<Guid> aims, CancellationToken cancellationToken) => new(
        await database.StretchAims.Where(a => aims.Contains(a.Id)).OrderBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(cancellationToken),
        await database.KeyDrivers.Where(d => aims.Contains(d.AimId)).OrderBy(d => d.Position).ThenBy(d => d.Id).ToListAsync(cancellationToken),
        await database.Projects.Where(p => aims.Contains(p.AimId)).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken));

    public Guid PlanId => Aims[0].PlanId;

    /// <summary>The aim of a place; null where it is none of this plan's.</summary>
    public StretchAim? AimOf(PlanPlace? place) => place switch
    {
        { Kind: PlanPlaceKind.Aim } => Aims.Find(a => a.Id == place.Id),
        { Kind: PlanPlaceKind.Driver } => Drivers.Find(d => d.Id == place.Id) is { } driver ? Aims.Find(a => a.Id == driver.AimId) : null,
        _ => null,
    };

    public string NameOf(PlanPlace place) => place.Kind == PlanPlaceKind.Driver
        ? Drivers.Find(d => d.Id == place.Id)!.Text
        : Aims.Find(a => a.Id == place.Id) is { } aim ? $"{aim.Number}. {aim.Statement}" : string.Empty;

    /// <summary>Where a project or driver stands now.</summary>
    public PlanPlace PlaceOf(ImprovementProject? project, KeyDriver? driver) =>
        (project is null ? driver!.ParentId : project.DriverId) is { } above
            ? new PlanPlace(PlanPlaceKind.Driver, above)
            : new PlanPlace(PlanPlaceKind.Aim, project?.AimId ?? driver!.AimId);

    /// <summary>The driver and those under it, however deep.</summary>
    public List<KeyDriver> Below(KeyDriver driver)
    {
        var below = new List<KeyDriver> { driver };
        for (var i = 0; i < below.Count; i++)
        {
            var parent = below[i].Id;
            below.AddRange(Drivers.Where(d => d.ParentId == parent && !below.Contains(d)));
        }

        return below;
    }

    /// <summary>
    /// Moves the driver, with everything under it, to the end of another aim or driver. The order of the items does not change.
    /// </summary>
    public void Take(KeyDriver driver, StretchAim aim, KeyDriver? parent)
    {
        var below = Below(driver);
        var projects = Projects.Where(p => below.Exists(d => d.Id == p.DriverId)).ToList();
        driver.ParentId = parent?.Id;
        if (driver.AimId != aim.Id)
        {
            foreach (var project in projects)
            {
                (project.AimId, project.Position) = (aim.Id, int.MaxValue);
            }
        }

        foreach (var moved in below)
        {
            (moved.AimId, moved.Position) = (aim.Id, int.MaxValue);
        }
    }

    /// <summary>Numbers drivers and projects of each aim from 0 without gaps; what was put at the end keeps the order it had.</summary>
    public void Number()
    {
        foreach (var drivers in Drivers.GroupBy(d => d.AimId))
        {
            PlanList.Number([.. drivers.OrderBy(d => d.Position).Select(d => new Positioned(d, () => d.Position, p => d.Position = p))]);
        }

        foreach (var projects in Projects.GroupBy(p => p.AimId))
        {
            PlanList.Number([.. projects.OrderBy(p => p.Position).Select(p => new Positioned(p, () => p.Position, x => p.Position = x))]);
        }
    }

    /// <summary>
    /// Where a project, or <paramref name="driver"/>, can be moved to. A driver cannot go under itself or its own drivers, and drivers
    /// have at most two levels.
    /// </summary>
    public IReadOnlyList<SelectListItem> Places(KeyDriver? driver)
    {
        var below = driver is null ? [] : Below(driver);
        return
        [
            .. Aims.SelectMany(aim =>
            {
                var group = new SelectListGroup { Name = EnglishText.Cut($"{aim.Number}. {aim.Statement}", PlaceLength) };
                var straight = new SelectListItem(PlanPlace.Straight(aim.Number, aim.Statement), new PlanPlace(PlanPlaceKind.Aim, aim.Id).ToString()) { Group = group };
                return Drivers.Where(d => d.AimId == aim.Id && Offers(d, driver, below))
                    .Select(d => new SelectListItem(EnglishText.Cut(d.Text, PlaceLength), new PlanPlace(PlanPlaceKind.Driver, d.Id).ToString()) { Group = group })
                    .Append(straight);
            }),
        ];
    }

    private static bool Offers(KeyDriver place, KeyDriver? driver, List<KeyDriver> below) =>
        driver is null || (place.ParentId is null && below.Count == 1 && !below.Contains(place));
}
