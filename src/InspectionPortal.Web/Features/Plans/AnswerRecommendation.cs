using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Says that a project answers a recommendation: how a gap in the coverage is closed.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class AnswerRecommendation : FormFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The plan whose work it is, from the address.</summary>
    [BindNever]
    public Guid PlanId { get; set; }

    public Guid? RecommendationId { get; set; }

    public Guid? ProjectId { get; set; }

    /// <summary>
    /// Stated unless said otherwise, as on the links of each item: a partnership that links its own work says what its plan is to do.
    /// What an import works out is another matter.
    /// </summary>
    public LinkBasis Basis { get; set; } = LinkBasis.Stated;

    public string? Why { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;

    public AnswerFormPage Choices() => (AnswerFormPage)RequiredPage();
}

internal sealed class AnswerRecommendationValidator : AbstractValidator<AnswerRecommendation>
{
    public AnswerRecommendationValidator()
    {
        RuleFor(c => c.RecommendationId).NotNull().WithMessage("Choose a recommendation");
        RuleFor(c => c.ProjectId).NotNull().WithMessage("Choose the work to link");
        RuleFor(c => c.Basis).IsInEnum().WithMessage("Choose where the link comes from");
        RuleFor(c => c.Why).MaxLength(RecommendationLink.WhyMaxLength);
    }
}

internal sealed class AnswerRecommendationHandler(PortalDbContext database) : IRequestHandler<AnswerRecommendation, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AnswerRecommendation command, CancellationToken cancellationToken)
    {
        var recommendation = await database.Recommendations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.RecommendationId, cancellationToken);
        if (recommendation is null)
        {
            return Failure.Field(nameof(AnswerRecommendation.RecommendationId), "Choose from the list");
        }

        var project = await database.Projects.SingleOrDefaultAsync(
            p => p.Id == command.ProjectId && p.PlanId == command.PlanId, cancellationToken);
        if (project is null)
        {
            return Failure.Field(nameof(AnswerRecommendation.ProjectId), "Choose from the list");
        }

        var saved = new Saved($"~/plans/{command.PlanId}/coverage", $"{project.Number} linked to {recommendation.Number}");
        if (await database.RecommendationLinks.AnyAsync(l => l.RecommendationId == recommendation.Id && l.ProjectId == project.Id, cancellationToken))
        {
            return saved;
        }

        var isTaken = await database.RecommendationLinks.AnyAsync(l => l.Id == command.Id, cancellationToken);
        database.Add(new RecommendationLink
        {
            Id = isTaken ? Guid.CreateVersion7() : command.Id,
            RecommendationId = recommendation.Id,
            ProjectId = project.Id,
            Basis = command.Basis,
            Why = command.Why,
        });
        database.Touch(project, project.Version);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
