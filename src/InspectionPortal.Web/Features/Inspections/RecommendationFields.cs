using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The fields of adding and editing a recommendation, or a priority of the partnership's own.</summary>
public abstract class RecommendationFields : FormFields
{
    /// <summary>Null for the partnership's own priority.</summary>
    public Guid? InspectionId { get; set; }

    public RecommendationKind Kind { get; set; }
    public string? Number { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Theme { get; set; }
    public string? InternalSource { get; set; }
    public bool IsReworded { get; set; }

    public RecommendationFormPage Choices() => (RecommendationFormPage)RequiredPage();
}

internal sealed class RecommendationRules<T> : AbstractValidator<T>
    where T : RecommendationFields
{
    public RecommendationRules()
    {
        RuleFor(c => c.Kind).Must((c, kind) => (kind == RecommendationKind.OwnPriority) == (c.InspectionId is null))
            .WithMessage(c => c.InspectionId is null
                ? "Choose “Our own priority”, or choose the inspection it comes from"
                : "Choose the type that the inspection gives it. Your own priorities do not come from an inspection");
        RuleFor(c => c.Number).Required("Enter a number, like 1").MaxLength(TypedInput.Limit<Recommendation>(nameof(Recommendation.Number)));
        RuleFor(c => c.Title).MaxLength(TypedInput.Limit<Recommendation>(nameof(Recommendation.Title)));
        RuleFor(c => c.Text).Required("Enter the text").MaxLength(Recommendation.TextMaxLength);
        RuleFor(c => c.Theme).MaxLength(TypedInput.Limit<Recommendation>(nameof(Recommendation.Theme)));
        RuleFor(c => c.InternalSource).MaxLength(TypedInput.Limit<Recommendation>(nameof(Recommendation.InternalSource)));
    }
}

/// <summary>Writes the form into a recommendation.</summary>
internal static class RecommendationWriter
{
    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(
        PortalDbContext database, Recommendation recommendation, RecommendationFields fields, CancellationToken cancellationToken)
    {
        if (fields.InspectionId is { } inspection && !await database.Inspections.AnyAsync(i => i.Id == inspection, cancellationToken))
        {
            return Failure.Field(nameof(RecommendationFields.InspectionId), "Choose from the list");
        }

        if (await database.Recommendations.AnyAsync(
            r => r.Id != recommendation.Id && r.InspectionId == fields.InspectionId && r.Number == fields.Number, cancellationToken))
        {
            return Failure.Field(
                nameof(RecommendationFields.Number),
                fields.InspectionId is null ? $"Choose another number: {fields.Number} is already used by another priority of your own" : $"Choose another number: {fields.Number} is already used in this inspection");
        }

        recommendation.InspectionId = fields.InspectionId;
        recommendation.Kind = fields.Kind;
        recommendation.Number = fields.Number!;
        recommendation.Title = fields.Title;
        recommendation.Text = fields.Text!;
        recommendation.Theme = fields.Theme;
        recommendation.InternalSource = fields.InternalSource;
        recommendation.IsReworded = fields.IsReworded;
        return null;
    }
}
