using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The fields of adding and editing a target.</summary>
public abstract class TargetFields : FormFields
{
    public string? Value { get; set; }

    /// <summary>The date as written.</summary>
    public string? By { get; set; }
}

/// <summary>The form of a target; of a new one of <paramref name="MeasureId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetTargetForm(Guid? Id, Guid? MeasureId = null) : IQuery<TargetFields>;

internal sealed class TargetRules<T> : AbstractValidator<T>
    where T : TargetFields
{
    public TargetRules()
    {
        RuleFor(c => c.Value).Needed("Enter the value to be reached, such as 90").IsNumber();
        RuleFor(c => c.By).Needed("Enter when it is to be reached, such as 31 December 2020").Fits(Deadline.TextMaxLength);
    }
}

internal sealed class GetTargetFormHandler(PortalDbContext database) : IRequestHandler<GetTargetForm, TargetFields?>
{
    public async Task<TargetFields?> Handle(GetTargetForm query, CancellationToken cancellationToken)
    {
        var target = query.Id is null ? null : await database.MeasureTargets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken);
        var measureId = target?.MeasureId ?? (query.Id is null ? query.MeasureId : null);
        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == measureId, cancellationToken);
        if (measure is null)
        {
            return null;
        }

        var page = MeasurePart.Page(
            measure, target is null ? "Add a target" : "Edit this target",
            target is null ? null : new Removal($"~/targets/{target.Id}/remove", "this target", $"{Written.Show(target.Value)} by {target.By.Text} goes. The audit keeps what it was.", []));
        return target is null
            ? new AddTarget { MeasureId = measure.Id, Page = page }
            : new EditTarget { Id = target.Id, Version = target.Version, Page = page, Value = Written.Show(target.Value), By = target.By.Text };
    }
}

/// <summary>Writes the form into a target.</summary>
internal static class TargetWriter
{
    /// <summary>Returns what is wrong, or null.</summary>
    public static Failure? Write(MeasureTarget target, TargetFields fields)
    {
        if (target.By.Text != fields.By)
        {
            if (DeadlineEntry.HasImpossibleDate(fields.By))
            {
                return Failure.Field(nameof(TargetFields.By), DeadlineEntry.ImpossibleDate);
            }

            target.By = DeadlineParser.Parse(fields.By);
        }

        target.Value = Written.Number(fields.Value)!.Value;
        return null;
    }
}
