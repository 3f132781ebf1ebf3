using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>
/// Moves a project or a driver under another aim or driver, at the end there. A driver takes its drivers and projects with it. Links,
/// measures, updates and numbers stay as they are.
/// </summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class PlaceInPlan : FormFields, ICommand<Saved>
{
    /// <summary>What moves; from the address.</summary>
    [BindNever]
    public PlanPlace? Item { get; set; }

    /// <summary>The aim or driver that it is to stand under: "aim:…" or "driver:…".</summary>
    public string? Under { get; set; }

    public PlacePage Choices() => (PlacePage)RequiredPage();
}

internal sealed class PlaceInPlanValidator : AbstractValidator<PlaceInPlan>
{
    public PlaceInPlanValidator() => RuleFor(c => c.Under).Required("Choose where to move it");
}

internal sealed class PlaceInPlanHandler(PortalDbContext database) : IRequestHandler<PlaceInPlan, Result<Saved>>
{
    private static readonly Invalid NoPlace = Failure.Field(nameof(PlaceInPlan.Under), "Choose from the list");

    public async Task<Result<Saved>> Handle(PlaceInPlan command, CancellationToken cancellationToken)
    {
        var item = command.Item!;
        var aims = await PlanItemSet.AimsAroundAsync(database, item, cancellationToken);
        if (aims.Count == 0)
        {
            return new Missing();
        }

        var parts = await PlanItemSet.ReadAsync(database, aims, cancellationToken);
        var target = PlanPlace.Parse(command.Under);
        return item.Kind == PlanPlaceKind.Project
            ? await PlaceProjectAsync(parts, parts.Projects.Find(p => p.Id == item.Id)!, target, command.Version, cancellationToken)
            : await PlaceDriverAsync(parts, parts.Drivers.Find(d => d.Id == item.Id)!, target, command.Version, cancellationToken);
    }

    private async Task<Result<Saved>> PlaceProjectAsync(
        PlanItemSet parts, ImprovementProject project, PlanPlace? target, uint version, CancellationToken cancellationToken)
    {
        if (parts.AimOf(target) is not { } aim)
        {
            return NoPlace;
        }

        var driver = target!.Kind == PlanPlaceKind.Driver ? target.Id : (Guid?)null;
        if (project.AimId != aim.Id || project.DriverId != driver)
        {
            (project.AimId, project.DriverId, project.Position) = (aim.Id, driver, int.MaxValue);
            parts.Number();
        }

        return await FinishAsync(parts, project, new PlanPlace(PlanPlaceKind.Project, project.Id), $"{project.Number} {project.Title}", parts.NameOf(target), version, cancellationToken);
    }

    private async Task<Result<Saved>> PlaceDriverAsync(PlanItemSet parts, KeyDriver driver, PlanPlace? target, uint version, CancellationToken cancellationToken)
    {
        if (parts.AimOf(target) is not { } aim || (target!.Kind == PlanPlaceKind.Driver && parts.Below(driver).Any(d => d.Id == target.Id)))
        {
            return NoPlace;
        }

        var parent = target.Kind == PlanPlaceKind.Driver ? parts.Drivers.Find(d => d.Id == target.Id) : null;
        if (parent is not null && (parent.ParentId is not null || parts.Below(driver).Count > 1))
        {
            return Failure.Field(
                nameof(PlaceInPlan.Under),
                parent.ParentId is not null ? "Choose an aim or a primary driver: drivers can only have two levels" : "Choose an aim: this driver has other drivers under it, and drivers can only have two levels");
        }

        if (driver.AimId != aim.Id || driver.ParentId != parent?.Id)
        {
            parts.Take(driver, aim, parent);
            parts.Number();
        }

        return await FinishAsync(parts, driver, new PlanPlace(PlanPlaceKind.Driver, driver.Id), driver.Text, parts.NameOf(target), version, cancellationToken);
    }

    private async Task<Result<Saved>> FinishAsync(
        PlanItemSet parts, TenantEntity row, PlanPlace item, string name, string place, uint version, CancellationToken cancellationToken)
    {
        if (database.Check(row, version) == VersionCheck.Stale)
        {
            return new Conflict("Someone else changed or moved this, so nothing was moved. Check where it is now, then choose again.");
        }

        await database.SaveChangesAsync(cancellationToken);
        var anchor = $"{item.Kind.ToString().ToLowerInvariant()}-{item.Id}-move";
        return new Saved(
            $"~/plans/{parts.PlanId}/arrange?at={anchor}#{anchor}",
            $"{EnglishText.Cut(name, 80)} moved to {EnglishText.Cut(place, 80)}. Its number, links, measures and updates have not changed.");
    }
}
