using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Changes a recommendation.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditRecommendation : RecommendationFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditRecommendationValidator : AbstractValidator<EditRecommendation>
{
    public EditRecommendationValidator() => Include(new RecommendationRules<EditRecommendation>());
}

internal sealed class EditRecommendationHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<EditRecommendation, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditRecommendation command, CancellationToken cancellationToken)
    {
        var recommendation = await database.Recommendations.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (recommendation is null)
        {
            return new Missing();
        }

        if (await RecommendationWriter.WriteAsync(database, recommendation, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (database.Check(recommendation, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/recommendations/{recommendation.Id}", $"{VocabularyTerms.Start(terms.RecommendationOf(recommendation.InspectionId is null))} {recommendation.Number} saved");
    }
}
