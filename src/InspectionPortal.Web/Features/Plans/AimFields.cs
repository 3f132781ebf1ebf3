using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The fields of adding and editing an aim.</summary>
public abstract class AimFields : FormFields
{
    public string? Number { get; set; }
    public string? Statement { get; set; }
    public string? Vision { get; set; }

    /// <summary>One a line.</summary>
    public string? KeyOutcomes { get; set; }

    public string? ByDateText { get; set; }
    public string? Population { get; set; }
    public string? Threshold { get; set; }
    public string? MirrorsQuestion { get; set; }
}

internal sealed class AimRules<T> : AbstractValidator<T>
    where T : AimFields
{
    public AimRules()
    {
        RuleFor(c => c.Number).Required("Enter a number, like 3").MaxLength(StretchAim.NumberMaxLength);
        RuleFor(c => c.Statement).Required("Enter what the partnership wants to achieve").MaxLength(StretchAim.StatementMaxLength);
        RuleFor(c => c.Vision).MaxLength(StretchAim.VisionMaxLength);
        RuleFor(c => c.KeyOutcomes).MaxLines(30, 1000);
        RuleFor(c => c.ByDateText).MaxLength(TypedInput.Limit<StretchAim>(nameof(StretchAim.ByDateText)));
        RuleFor(c => c.Population).MaxLength(TypedInput.Limit<StretchAim>(nameof(StretchAim.Population)));
        RuleFor(c => c.Threshold).MaxLength(TypedInput.Limit<StretchAim>(nameof(StretchAim.Threshold)));
        RuleFor(c => c.MirrorsQuestion)
            .Must(text => text is null || TypedInput.Number(text) is { } number and >= 1 and <= 99 && decimal.Truncate(number) == number)
            .WithMessage("Enter a question number from 1 to 99");
    }
}

/// <summary>What can hang on an aim, in the partnership's words.</summary>
internal static class AimHanging
{
    public static IReadOnlyList<string> In(Vocabulary words, int drivers, int projects, int measures, int links) => Removal.Count(
        (drivers, FormText.Small(words.KeyDriverWord), FormText.Many(words.KeyDriverWord)),
        (projects, FormText.Small(words.ImprovementProjectWord), FormText.Many(words.ImprovementProjectWord)),
        (measures, FormText.Small(words.MeasureWord), FormText.Many(words.MeasureWord)),
        (links, $"link to {FormText.A(words.RecommendationWord)}", $"links to {FormText.Many(words.RecommendationWord)}"));
}

/// <summary>Writes the form into an aim.</summary>
internal static class AimWriter
{
    public static void Write(StretchAim aim, AimFields fields)
    {
        aim.Number = fields.Number!;
        aim.Statement = fields.Statement!;
        aim.Vision = fields.Vision;
        if (!aim.KeyOutcomes.SequenceEqual(TypedInput.Lines(fields.KeyOutcomes), StringComparer.Ordinal))
        {
            aim.KeyOutcomes = [.. TypedInput.Lines(fields.KeyOutcomes)];
        }

        aim.ByDateText = fields.ByDateText;
        aim.Population = fields.Population;
        aim.Threshold = fields.Threshold;
        aim.MirrorsQuestion = (int?)TypedInput.Number(fields.MirrorsQuestion);
    }

    /// <summary>What is wrong where another aim of the plan has the number; null where none has.</summary>
    public static async Task<Failure?> NumberTakenAsync(PortalDbContext database, Guid planId, Guid aimId, string number, CancellationToken cancellationToken) =>
        await database.StretchAims.AnyAsync(a => a.PlanId == planId && a.Id != aimId && a.Number == number, cancellationToken)
            ? Failure.Field(nameof(AimFields.Number), $"Choose another number: {number} is already used in this plan")
            : null;
}
