using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>
/// Moves a project or a driver under another aim or driver, at the end there. A driver takes its drivers and projects with it. Links,
/// measures, updates and numbers stay as they are.
/// </summary>
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

public sealed class PlacePage : FormPage
{
    public required IReadOnlyList<SelectListItem> Places { get; init; }

    /// <summary>What goes with it, in sentences.</summary>
    public required IReadOnlyList<string> Takes { get; init; }
}

internal sealed class PlaceInPlanValidator : AbstractValidator<PlaceInPlan>
{
    public PlaceInPlanValidator() => RuleFor(c => c.Under).Needed("Choose where it is to stand");
}

internal sealed class PlaceInPlanHandler(PortalDbContext database) : IRequestHandler<PlaceInPlan, Result<Saved>>
{
    private static readonly Invalid NoPlace = Failure.Field(nameof(PlaceInPlan.Under), "Choose one of the places shown");

    public async Task<Result<Saved>> Handle(PlaceInPlan command, CancellationToken cancellationToken)
    {
        var item = command.Item!;
        var aims = await PlanParts.AimsAroundAsync(database, item, cancellationToken);
        if (aims.Count == 0)
        {
            return new Missing();
        }

        var parts = await PlanParts.ReadAsync(database, aims, cancellationToken);
        var target = PlanPlace.Parse(command.Under);
        return item.Kind == PlanPlaceKind.Project
            ? await PlaceProjectAsync(parts, parts.Projects.Find(p => p.Id == item.Id)!, target, command.Version, cancellationToken)
            : await PlaceDriverAsync(parts, parts.Drivers.Find(d => d.Id == item.Id)!, target, command.Version, cancellationToken);
    }

    private async Task<Result<Saved>> PlaceProjectAsync(
        PlanParts parts, ImprovementProject project, PlanPlace? target, uint version, CancellationToken cancellationToken)
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

        return await FinishAsync(project, new PlanPlace(PlanPlaceKind.Project, project.Id), $"{project.Number} {project.Title}", parts.NameOf(target), version, cancellationToken);
    }

    private async Task<Result<Saved>> PlaceDriverAsync(PlanParts parts, KeyDriver driver, PlanPlace? target, uint version, CancellationToken cancellationToken)
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
                parent.ParentId is not null ? "Choose an aim or a primary driver: drivers stand at most two deep" : "Choose an aim: other drivers stand under this one, and drivers stand at most two deep");
        }

        if (driver.AimId != aim.Id || driver.ParentId != parent?.Id)
        {
            parts.Take(driver, aim, parent);
            parts.Number();
        }

        return await FinishAsync(driver, new PlanPlace(PlanPlaceKind.Driver, driver.Id), driver.Text, parts.NameOf(target), version, cancellationToken);
    }

    private async Task<Result<Saved>> FinishAsync(
        Tenancy.TenantEntity row, PlanPlace item, string name, string place, uint version, CancellationToken cancellationToken)
    {
        if (database.Check(row, version) == VersionCheck.Stale)
        {
            return new Conflict("Someone else changed or moved this meanwhile. Nothing was moved: look where it stands now, then choose again.");
        }

        await database.SaveChangesAsync(cancellationToken);
        var anchor = $"{item.Kind.ToString().ToLowerInvariant()}-{item.Id}-move";
        return new Saved($"~/plan/arrange?at={anchor}#{anchor}", $"{Words.Cut(name, 80)} now stands under {Words.Cut(place, 80)}. Its number, links, measures and updates are as they were.");
    }
}

/// <summary>The form that moves a project or driver elsewhere.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPlaceForm(PlanPlaceKind Kind, Guid Id) : IQuery<PlaceInPlan>;

internal sealed class GetPlaceFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetPlaceForm, PlaceInPlan?>
{
    public async Task<PlaceInPlan?> Handle(GetPlaceForm query, CancellationToken cancellationToken)
    {
        var item = new PlanPlace(query.Kind, query.Id);
        var aims = await PlanParts.AimsAroundAsync(database, item, cancellationToken);
        if (aims.Count == 0)
        {
            return null;
        }

        var parts = await PlanParts.ReadAsync(database, aims, cancellationToken);
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var project = parts.Projects.Find(p => p.Id == item.Id);
        var driver = parts.Drivers.Find(d => d.Id == item.Id);
        var anchor = $"{item.Kind.ToString().ToLowerInvariant()}-{item.Id}-move";
        return new PlaceInPlan
        {
            Item = item,
            Version = project?.Version ?? driver!.Version,
            Under = parts.PlaceOf(project, driver).ToString(),
            Page = new PlacePage
            {
                Title = $"Move this {FormWords.Small(project is null ? words.KeyDriverWord : words.ImprovementProjectWord)}",
                Caption = FormWords.Clip(project is null ? driver!.Text : $"{project.Number} {project.Title}", 160),
                Button = "Move",
                Back = $"~/plan/arrange?at={anchor}#{anchor}",
                Crumbs = [new Crumb("Plan", "~/plan"), new Crumb("Arrange the plan", "~/plan/arrange")],
                Places = parts.Places(driver),
                Takes = Takes(parts, driver),
            },
        };
    }

    private static IReadOnlyList<string> Takes(PlanParts parts, KeyDriver? driver)
    {
        if (driver is null)
        {
            return [];
        }

        var below = parts.Below(driver);
        var projects = parts.Projects.Count(p => below.Any(d => d.Id == p.DriverId));
        return Removal.Count((below.Count - 1, "driver under it", "drivers under it"), (projects, "project", "projects"));
    }
}
