using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
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

internal sealed class DriverRules<T> : AbstractValidator<T>
    where T : DriverFields
{
    public DriverRules()
    {
        RuleFor(c => c.AimId).NotNull().WithMessage("Choose what it leads to");
        RuleFor(c => c.Text).Required("Enter what needs to change").MaxLength(KeyDriver.TextMaxLength);
    }
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
    public static async Task<Failure?> WriteAsync(
        PortalDbContext database, Guid planId, KeyDriver driver, DriverFields fields, CancellationToken cancellationToken)
    {
        if (!await database.StretchAims.AnyAsync(a => a.Id == fields.AimId && a.PlanId == planId, cancellationToken))
        {
            return Failure.Field(nameof(DriverFields.AimId), "Choose from the list");
        }

        if (fields.ParentId is { } parentId)
        {
            var parent = await database.KeyDrivers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == parentId, cancellationToken);
            if (parent is null || parent.ParentId is not null || parentId == driver.Id)
            {
                return Failure.Field(nameof(DriverFields.ParentId), "Choose from the list");
            }

            if (parent.AimId != fields.AimId)
            {
                return Failure.Field(nameof(DriverFields.ParentId), "Choose a driver under the same aim");
            }

            if (await database.KeyDrivers.AnyAsync(d => d.ParentId == driver.Id, cancellationToken))
            {
                return Failure.Field(nameof(DriverFields.ParentId), "Leave this empty: this driver has other drivers under it");
            }
        }

        driver.AimId = fields.AimId!.Value;
        driver.ParentId = fields.ParentId;
        driver.Text = fields.Text!;
        return null;
    }
}
