using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The form of a driver; of a new one, under <paramref name="AimId"/>, where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetDriverForm(Guid? Id, Guid? PlanId = null, Guid? AimId = null) : IQuery<DriverFields>;

internal sealed class GetDriverFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetDriverForm, DriverFields?>
{
    public async Task<DriverFields?> Handle(GetDriverForm query, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var driver = query.Id is null ? null : await database.KeyDrivers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, cancellationToken);
        if ((driver?.PlanId ?? (query.Id is null ? query.PlanId : null)) is not { } planId
            || !await database.Plans.AnyAsync(p => p.Id == planId, cancellationToken))
        {
            return null;
        }

        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == planId).OrderBy(a => a.Position)
            .Select(a => new SelectListItem(a.Number + ". " + a.Statement, a.Id.ToString())).ToListAsync(cancellationToken);
        var parents = await database.KeyDrivers.AsNoTracking().Where(d => d.PlanId == planId && d.ParentId == null && d.Id != query.Id)
            .OrderBy(d => d.Aim!.Position).ThenBy(d => d.Position)
            .Select(d => new { d.Id, d.Text, Aim = d.Aim!.Number }).ToListAsync(cancellationToken);
        var items = parents.Select(d => new SelectListItem($"Aim {d.Aim}: {EnglishText.Cut(d.Text, 100)}", d.Id.ToString())).ToList();
        if (driver is null)
        {
            var asked = query.AimId?.ToString();
            return new AddDriver
            {
                PlanId = planId,
                AimId = aims.Exists(a => a.Value == asked) ? query.AimId : null,
                Page = Page(planId, $"Add {FormText.A(words.KeyDriverWord)}", "Add", aims, items, null),
            };
        }

        var what = $"this {FormText.Small(words.KeyDriverWord)}";
        var hanging = await DriverHanging.InAsync(database, words, driver.Id, cancellationToken);
        var removal = new Removal($"~/drivers/{driver.Id}/remove", what, "Its text will be removed. The audit keeps a record.", hanging);
        return new EditDriver
        {
            Id = driver.Id,
            Version = driver.Version,
            AimId = driver.AimId,
            ParentId = driver.ParentId,
            Text = driver.Text,
            Page = Page(planId, $"Edit {what}", "Save", aims, items, removal),
        };
    }

    private static DriverFormPage Page(
        Guid planId, string title, string button, List<SelectListItem> aims, List<SelectListItem> parents, Removal? removal)
    {
        return new DriverFormPage
        {
            Title = title,
            Button = button,
            Back = $"~/plans/{planId}",
            Crumbs = [new Crumb("Plan", $"~/plans/{planId}")],
            Removal = removal,
            Aims = [.. aims.Select(a => new SelectListItem(EnglishText.Cut(a.Text, 100), a.Value))],
            Parents = parents,
        };
    }
}
