using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
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

public sealed class RecommendationFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Inspections { get; init; }

    public IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new("Recommendation", nameof(RecommendationKind.Recommendation)),
        new("Priority area for improvement", nameof(RecommendationKind.PriorityArea)),
        new("Area for improvement", nameof(RecommendationKind.AreaForImprovement)),
        new("Area for priority action", nameof(RecommendationKind.AreaForPriorityAction)),
        new("Our own priority", nameof(RecommendationKind.OwnPriority)),
    ];
}

/// <summary>The form of a recommendation; of a new one of <paramref name="InspectionId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetRecommendationForm(Guid? Id, Guid? InspectionId = null) : IQuery<RecommendationFields>;

internal sealed class RecommendationRules<T> : AbstractValidator<T>
    where T : RecommendationFields
{
    public RecommendationRules()
    {
        RuleFor(c => c.Kind).Must((c, kind) => (kind == RecommendationKind.OwnPriority) == (c.InspectionId is null))
            .WithMessage(c => c.InspectionId is null
                ? "Choose “Our own priority”, or choose the inspection that it comes from"
                : "Choose what the inspection calls it; a priority of your own comes from no inspection");
        RuleFor(c => c.Number).Needed("Enter its number, such as 1").Fits(Written.Limit<Recommendation>(nameof(Recommendation.Number)));
        RuleFor(c => c.Title).Fits(Written.Limit<Recommendation>(nameof(Recommendation.Title)));
        RuleFor(c => c.Text).Needed("Enter its words").Fits(Recommendation.TextMaxLength);
        RuleFor(c => c.Theme).Fits(Written.Limit<Recommendation>(nameof(Recommendation.Theme)));
        RuleFor(c => c.InternalSource).Fits(Written.Limit<Recommendation>(nameof(Recommendation.InternalSource)));
    }
}

internal sealed class GetRecommendationFormHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetRecommendationForm, RecommendationFields?>
{
    public async Task<RecommendationFields?> Handle(GetRecommendationForm query, CancellationToken cancellationToken)
    {
        var word = current.RequiredTenant.Partnership.Vocabulary.RecommendationWord;
        var inspections = await database.Inspections.AsNoTracking().OrderByDescending(i => i.Published).ThenBy(i => i.Id)
            .Select(i => new SelectListItem(i.Title, i.Id.ToString())).ToListAsync(cancellationToken);
        var stored = query.Id is null ? null : await database.Recommendations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
        if (query.Id is not null && stored is null)
        {
            return null;
        }

        var under = inspections.Find(i => i.Value == (stored?.InspectionId ?? query.InspectionId)?.ToString());
        var back = stored is not null ? $"~/recommendations/{stored.Id}" : under is null ? "~/recommendations" : $"~/inspections/{under.Value}";
        var page = new RecommendationFormPage
        {
            Title = stored is null ? $"Add {FormWords.A(word)}" : $"Edit {FormWords.Small(word)} {stored.Number}",
            Button = stored is null ? "Add" : "Save",
            Caption = under?.Text,
            Place = "inspections",
            Back = back,
            Crumbs = under is null
                ? [new Crumb("Inspections", "~/inspections")]
                : [new Crumb("Inspections", "~/inspections"), new Crumb(FormWords.Clip(under.Text), $"~/inspections/{under.Value}")],
            Inspections = inspections,
            Removal = stored is null
                ? null
                : new Removal(
                    $"~/recommendations/{stored.Id}/remove", $"this {FormWords.Small(word)}", "Its words go with it.",
                    await InspectionHanging.OnRecommendationAsync(database, stored.Id, cancellationToken)),
        };
        return stored is null
            ? new AddRecommendation
            {
                InspectionId = under is null ? null : query.InspectionId,
                Page = page,
                Kind = under is null ? RecommendationKind.OwnPriority : RecommendationKind.Recommendation,
            }
            : Fill(stored, page);
    }

    private static EditRecommendation Fill(Recommendation stored, RecommendationFormPage page) => new()
    {
        Id = stored.Id,
        Version = stored.Version,
        Page = page,
        InspectionId = stored.InspectionId,
        Kind = stored.Kind,
        Number = stored.Number,
        Title = stored.Title,
        Text = stored.Text,
        Theme = stored.Theme,
        InternalSource = stored.InternalSource,
        IsReworded = stored.IsReworded,
    };
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
            return Failure.Field(nameof(RecommendationFields.InspectionId), "Choose from the inspections shown");
        }

        if (await database.Recommendations.AnyAsync(
            r => r.Id != recommendation.Id && r.InspectionId == fields.InspectionId && r.Number == fields.Number, cancellationToken))
        {
            return Failure.Field(
                nameof(RecommendationFields.Number),
                fields.InspectionId is null ? $"Choose another number: {fields.Number} is taken by another priority of your own" : $"Choose another number: {fields.Number} is taken in this inspection");
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
