using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Adds what an inspection recommended, or a priority of the partnership's own.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddRecommendation : RecommendationFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddRecommendationValidator : AbstractValidator<AddRecommendation>
{
    public AddRecommendationValidator() => Include(new RecommendationRules<AddRecommendation>());
}

internal sealed class AddRecommendationHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<AddRecommendation, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddRecommendation command, CancellationToken cancellationToken)
    {
        var saved = new Saved(
            command.InspectionId is { } inspection ? $"~/inspections/{inspection}" : $"~/recommendations/{command.Id}", $"{VocabularyTerms.Start(terms.RecommendationOf(command.InspectionId is null))} {command.Number} added");
        if (await database.WasAddedAsync<Recommendation>(command.Id, cancellationToken))
        {
            return saved;
        }

        var recommendation = new Recommendation { Id = command.Id, Number = "", Text = "" };
        if (await RecommendationWriter.WriteAsync(database, recommendation, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        recommendation.Position = (await database.Recommendations.Where(r => r.InspectionId == command.InspectionId)
            .MaxAsync(r => (int?)r.Position, cancellationToken) ?? -1) + 1;
        database.Add(recommendation);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
