using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Says that a project answers a recommendation: how a gap in the coverage is closed.</summary>
[Requires(Permission.EditPlan)]
public sealed class AnswerRecommendation : FormFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid? RecommendationId { get; set; }

    public Guid? ProjectId { get; set; }

    /// <summary>Inferred unless said otherwise, as on the links of each item: only who has the document before them can say that it states the link.</summary>
    public LinkBasis Basis { get; set; } = LinkBasis.Inferred;

    public string? Why { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;

    public AnswerFormPage Choices() => (AnswerFormPage)RequiredPage();
}

public sealed class AnswerFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Recommendations { get; init; }
    public required IReadOnlyList<SelectListItem> Projects { get; init; }
    public required string RecommendationWord { get; init; }
    public required string ProjectWord { get; init; }

    public IReadOnlyList<SelectListItem> Bases { get; } =
    [
        new("Stated: the source says so", nameof(LinkBasis.Stated)),
        new("Inferred: we read it so", nameof(LinkBasis.Inferred)),
    ];
}

internal sealed class AnswerRecommendationValidator : AbstractValidator<AnswerRecommendation>
{
    public AnswerRecommendationValidator()
    {
        RuleFor(c => c.RecommendationId).NotNull().WithMessage("Choose what is answered");
        RuleFor(c => c.ProjectId).NotNull().WithMessage("Choose the work that answers it");
        RuleFor(c => c.Basis).IsInEnum().WithMessage("Choose how you know");
        RuleFor(c => c.Why).Fits(RecommendationLink.WhyMaxLength);
    }
}

internal sealed class AnswerRecommendationHandler(PortalDbContext database) : IRequestHandler<AnswerRecommendation, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AnswerRecommendation command, CancellationToken cancellationToken)
    {
        var recommendation = await database.Recommendations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.RecommendationId, cancellationToken);
        if (recommendation is null)
        {
            return Failure.Field(nameof(AnswerRecommendation.RecommendationId), "Choose one of those shown");
        }

        var project = await database.Projects.SingleOrDefaultAsync(p => p.Id == command.ProjectId, cancellationToken);
        if (project is null)
        {
            return Failure.Field(nameof(AnswerRecommendation.ProjectId), "Choose one of those shown");
        }

        var saved = new Saved("~/plan/coverage", $"{project.Number} now answers {recommendation.Number}.");
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

/// <summary>The form that links a project to a recommendation; what its address names comes chosen.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetAnswerForm(Guid? RecommendationId, Guid? ProjectId) : IQuery<AnswerRecommendation>;

internal sealed class GetAnswerFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetAnswerForm, AnswerRecommendation?>
{
    private const int ChoiceLength = 110;

    public async Task<AnswerRecommendation?> Handle(GetAnswerForm query, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var recommendations = await database.Recommendations.AsNoTracking()
            .OrderBy(r => r.InspectionId == null).ThenByDescending(r => r.Inspection!.Published).ThenBy(r => r.InspectionId).ThenBy(r => r.Position)
            .Select(r => new { r.Id, r.Number, Text = r.Title ?? r.Text, Own = r.Kind == RecommendationKind.OwnPriority }).ToListAsync(cancellationToken);
        var projects = await database.Projects.AsNoTracking().Where(p => p.NoActionNeededReason == null)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).Select(p => new { p.Id, p.Number, p.Title }).ToListAsync(cancellationToken);
        var own = new SelectListGroup { Name = "Own priorities" };
        return new AnswerRecommendation
        {
            RecommendationId = recommendations.Exists(r => r.Id == query.RecommendationId) ? query.RecommendationId : null,
            ProjectId = projects.Exists(p => p.Id == query.ProjectId) ? query.ProjectId : null,
            Page = new AnswerFormPage
            {
                Title = $"Link {FormWords.A(words.ImprovementProjectWord)} to what it answers",
                Button = "Link them",
                Back = "~/plan/coverage",
                Crumbs = [new Crumb("Plan", "~/plan"), new Crumb("Coverage", "~/plan/coverage")],
                RecommendationWord = FormWords.Small(words.RecommendationWord),
                ProjectWord = FormWords.Small(words.ImprovementProjectWord),
                Recommendations =
                [
                    .. recommendations.Select(r => new SelectListItem(FormWords.Clip($"{r.Number}. {r.Text}", ChoiceLength), r.Id.ToString()) { Group = r.Own ? own : null }),
                ],
                Projects = [.. projects.Select(p => new SelectListItem(FormWords.Clip($"{p.Number} {p.Title}", ChoiceLength), p.Id.ToString()))],
            },
        };
    }
}
