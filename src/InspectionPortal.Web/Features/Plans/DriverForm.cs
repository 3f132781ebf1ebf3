using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The fields of adding and editing a driver.</summary>
public abstract class DriverFields : FormFields
{
    public Guid? AimId { get; set; }

    /// <summary>The primary driver above a secondary one.</summary>
    public Guid? ParentId { get; set; }

    public string? Text { get; set; }

    public DriverFormPage Choices() => (DriverFormPage)RequiredPage();
}

public sealed class DriverFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Aims { get; init; }
    public required IReadOnlyList<SelectListItem> Parents { get; init; }
}

/// <summary>The form of a driver; of a new one, under <paramref name="AimId"/>, where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetDriverForm(Guid? Id, Guid? AimId = null) : IQuery<DriverFields>;

internal sealed class DriverRules<T> : AbstractValidator<T>
    where T : DriverFields
{
    public DriverRules()
    {
        RuleFor(c => c.AimId).NotNull().WithMessage("Choose what it drives");
        RuleFor(c => c.Text).Needed("Enter what has to change").Fits(KeyDriver.TextMaxLength);
    }
}

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
        var items = parents.Select(d => new SelectListItem($"Aim {d.Aim}: {FormWords.Clip(d.Text, 100)}", d.Id.ToString())).ToList();
        if (query.Id is null)
        {
            var asked = query.AimId?.ToString();
            return new AddDriver
            {
                AimId = aims.Exists(a => a.Value == asked) ? query.AimId : null,
                Page = Page($"Add {FormWords.A(words.KeyDriverWord)}", "Add", aims, items, null),
            };
        }

        var driver = await database.KeyDrivers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, cancellationToken);
        if (driver is null)
        {
            return null;
        }

        var what = $"this {FormWords.Small(words.KeyDriverWord)}";
        var hanging = await DriverHanging.InAsync(database, words, driver.Id, cancellationToken);
        var removal = new Removal($"~/drivers/{driver.Id}/remove", what, "Its words go. The audit keeps what they were.", hanging);
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
        Aims = [.. aims.Select(a => new SelectListItem(FormWords.Clip(a.Text, 100), a.Value))],
        Parents = parents,
    };
}

/// <summary>What can hang on a driver, in the partnership's words, from one question.</summary>
internal static class DriverHanging
{
    public static async Task<IReadOnlyList<string>> InAsync(PortalDbContext database, Vocabulary words, Guid id, CancellationToken cancellationToken)
    {
        var found = await database.KeyDrivers.Where(d => d.Id == id).Select(d => new
        {
            Drivers = database.KeyDrivers.Count(s => s.ParentId == id),
            Projects = d.Projects.Count,
            Measures = database.Measures.Count(m => m.DriverId == id),
            Links = database.RecommendationLinks.Count(l => l.DriverId == id),
        }).SingleAsync(cancellationToken);
        return AimHanging.In(words, found.Drivers, found.Projects, found.Measures, found.Links);
    }
}

/// <summary>Writes the form into a driver.</summary>
internal static class DriverWriter
{
    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(PortalDbContext database, KeyDriver driver, DriverFields fields, CancellationToken cancellationToken)
    {
        if (!await database.StretchAims.AnyAsync(a => a.Id == fields.AimId, cancellationToken))
        {
            return Failure.Field(nameof(DriverFields.AimId), "Choose one of the aims shown");
        }

        if (fields.ParentId is { } parentId)
        {
            var parent = await database.KeyDrivers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == parentId, cancellationToken);
            if (parent is null || parent.ParentId is not null || parentId == driver.Id)
            {
                return Failure.Field(nameof(DriverFields.ParentId), "Choose one of the drivers shown");
            }

            if (parent.AimId != fields.AimId)
            {
                return Failure.Field(nameof(DriverFields.ParentId), "Choose a driver of the same aim");
            }

            if (await database.KeyDrivers.AnyAsync(d => d.ParentId == driver.Id, cancellationToken))
            {
                return Failure.Field(nameof(DriverFields.ParentId), "Leave this empty: other drivers stand under this one");
            }
        }

        driver.AimId = fields.AimId!.Value;
        driver.ParentId = fields.ParentId;
        driver.Text = fields.Text!;
        return null;
    }
}
