using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The fields of adding and editing a target.</summary>
public abstract class TargetFields : FormFields
{
    public string? Value { get; set; }

    /// <summary>The date as written.</summary>
    public string? By { get; set; }
}

internal sealed class TargetRules<T> : AbstractValidator<T>
    where T : TargetFields
{
    public TargetRules()
    {
        RuleFor(c => c.Value).Required("Enter the value to reach, like 90").IsNumber();
        RuleFor(c => c.By).Required("Enter when to reach it, like 31 December 2020").MaxLength(Deadline.TextMaxLength);
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

        target.Value = TypedInput.Number(fields.Value)!.Value;
        return null;
    }
}
