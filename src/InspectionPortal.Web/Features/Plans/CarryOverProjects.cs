using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>
/// Carries projects over into the plan that follows, which is started where there is none. What was carried over before stays as it is:
/// sent twice, or with other projects, it adds only what is not there.
/// </summary>
[Requires(Permission.EditPlan)]
public sealed class CarryOverProjects : FormFields, ICommand<Saved>
{
    /// <summary>Id of the plan that follows, where one is to be started.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The plan that the work comes from, from the address.</summary>
    [BindNever]
    public Guid PlanId { get; set; }

    /// <summary>Title of the plan that follows; not asked where there is one.</summary>
    public string? Title { get; set; }

    public List<Guid> ProjectIds { get; set; } = [];

    public CarryOverPage Choices() => (CarryOverPage)RequiredPage();
}

internal sealed class CarryOverProjectsValidator : AbstractValidator<CarryOverProjects>
{
    public CarryOverProjectsValidator()
    {
        RuleFor(c => c.ProjectIds).NotEmpty().WithMessage("Choose at least one to carry over");
        RuleFor(c => c.Title).MaxLength(Plan.TitleMaxLength);
    }
}

internal sealed class CarryOverProjectsHandler(PortalDbContext database, VocabularyTerms terms)
    : IRequestHandler<CarryOverProjects, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(CarryOverProjects command, CancellationToken cancellationToken)
    {
        var source = await database.Plans.AsNoTracking().Include(p => p.Inspections)
            .SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (source is null)
        {
            return new Missing();
        }

        var chosen = command.ProjectIds.Distinct().ToList();
        var projects = await CarriedWork.ProjectsAsync(database, source.Id, chosen, cancellationToken);
        if (projects.Count != chosen.Count)
        {
            return Failure.Field(nameof(command.ProjectIds), "Choose from the list");
        }

        var target = await FollowingAsync(source, command, cancellationToken);
        if (target is null)
        {
            return Failure.Field(nameof(command.Title), "Enter a title for the plan that follows");
        }

        var carried = await new CarriedWork(database, target.Id).AddAsync(projects, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/{target.Id}", carried == 0
            ? "All of it was carried over before, so nothing was added"
            : $"{EnglishText.CountOf(carried, terms.Project)} carried over");
    }

    /// <summary>The plan that follows, started where there is none; null where it would have no title.</summary>
    private async Task<Plan?> FollowingAsync(Plan source, CarryOverProjects command, CancellationToken cancellationToken)
    {
        var following = await database.Plans.Where(p => p.PredecessorId == source.Id).OrderBy(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        if (following is not null || command.Title is null)
        {
            return following;
        }

        var started = new Plan { Id = command.Id, Title = command.Title, PredecessorId = source.Id };
        database.Add(started);
        database.AddRange(source.Inspections.Select(i => new PlanInspection { PlanId = started.Id, InspectionId = i.InspectionId }));
        return started;
    }
}
