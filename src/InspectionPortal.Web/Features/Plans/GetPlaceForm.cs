using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The form that moves a project or driver elsewhere.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPlaceForm(PlanPlaceKind Kind, Guid Id) : IQuery<PlaceInPlan>;

internal sealed class GetPlaceFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetPlaceForm, PlaceInPlan?>
{
    public async Task<PlaceInPlan?> Handle(GetPlaceForm query, CancellationToken cancellationToken)
    {
        var item = new PlanPlace(query.Kind, query.Id);
        var aims = await PlanItemSet.AimsAroundAsync(database, item, cancellationToken);
        if (aims.Count == 0)
        {
            return null;
        }

        var parts = await PlanItemSet.ReadAsync(database, aims, cancellationToken);
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
                Title = $"Move this {FormText.Small(project is null ? words.KeyDriverWord : words.ImprovementProjectWord)}",
                Caption = EnglishText.Cut(project is null ? driver!.Text : $"{project.Number} {project.Title}", 160),
                Button = "Move",
                Back = $"~/plans/{parts.PlanId}/arrange?at={anchor}#{anchor}",
                Crumbs = [new Crumb("Plan", $"~/plans/{parts.PlanId}"), new Crumb("Arrange the plan", $"~/plans/{parts.PlanId}/arrange")],
                Places = parts.Places(driver),
                Takes = Takes(parts, driver),
            },
        };
    }

    private static IReadOnlyList<string> Takes(PlanItemSet parts, KeyDriver? driver)
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
