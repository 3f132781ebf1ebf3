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
public sealed record GetDriverForm(Guid? Id, Guid? AimId = null) : IQuery<DriverFields>;

internal sealed class GetDriverFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetDriverForm, DriverFields?>
{
    public async Task<DriverFields?> Handle(GetDriverForm query, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var aims = await database.StretchAims.AsNoTracking().OrderBy(a => a.Position)
            .Select(a => new SelectListItem(a.Number + ". " + a.Statement, a.Id.ToString())).ToListAsync(cancellationToken);
        var parents = await database.KeyDrivers.AsNoTracking().Where(d => d.ParentId == null && d.Id != query.Id)
            .OrderBy(d => d.Aim!.Position).ThenBy(d => d.Position)
            .Select(d => new { d.Id, d.Text, Aim = d.Aim!.Number }).ToListAsync(cancellationToken);
        var items = parents.Select(d => new SelectListItem($"Aim {d.Aim}: {EnglishText.Cut(d.Text, 100)}", d.Id.ToString())).ToList();
        if (query.Id is null)
        {
            var asked = query.AimId?.ToString();
            return new AddDriver
            {
                AimId = aims.Exists(a => a.Value == asked) ? query.AimId : null,
                Page = Page($"Add {FormText.A(words.KeyDriverWord)}", "Add", aims, items, null),
            };
        }

        var driver = await database.KeyDrivers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, cancellationToken);
        if (driver is null)
        {
            return null;
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
            Page = Page($"Edit {what}", "Save", aims, items, removal),
        };
    }

    private static DriverFormPage Page(string title, string button, List<SelectListItem> aims, List<SelectListItem> parents, Removal? removal) => new()
    {
        Title = title,
        Button = button,
        Back = "~/plan",
        Crumbs = [new Crumb("Plan", "~/plan")],
        Removal = removal,
        Aims = [.. aims.Select(a => new SelectListItem(EnglishText.Cut(a.Text, 100), a.Value))],
        Parents = parents,
    };
}
