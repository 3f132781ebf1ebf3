using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Starts a stopped project again; updates are asked for from then on. The history keeps why it was stopped.</summary>
[Requires(Permission.EditPlan)]
public sealed class RestartProject : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public ProjectStatus Status { get; set; } = ProjectStatus.InProgress;

    public IReadOnlyList<SelectListItem> Statuses { get; } =
        [new("In progress", nameof(ProjectStatus.InProgress)), new("Not started", nameof(ProjectStatus.NotStarted))];

    public StopPage Choices() => (StopPage)RequiredPage();
}

internal sealed class RestartProjectValidator : AbstractValidator<RestartProject>
{
    public RestartProjectValidator() =>
        RuleFor(c => c.Status).Must(s => s is ProjectStatus.InProgress or ProjectStatus.NotStarted).WithMessage("Choose where the work is now");
}

internal sealed class RestartProjectHandler(PortalDbContext database) : IRequestHandler<RestartProject, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RestartProject command, CancellationToken cancellationToken)
    {
        var project = await database.Projects.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (project is null)
        {
            return new Missing();
        }

        if (project.Status != ProjectStatus.Stopped && project.Status != command.Status)
        {
            return Failure.Field(string.Empty, "This work is not stopped");
        }

        (project.Status, project.StatusReason) = (command.Status, null);
        if (database.Check(project, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/projects/{project.Id}", $"{project.Number} goes on. Updates are asked for again.");
    }
}

/// <summary>The form that starts a project again.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetRestartForm(Guid Id) : IQuery<RestartProject>;

internal sealed class GetRestartFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetRestartForm, RestartProject?>
{
    public async Task<RestartProject?> Handle(GetRestartForm query, CancellationToken cancellationToken)
    {
        var project = await database.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        if (project is null)
        {
            return null;
        }

        var word = Words.Said(current.RequiredTenant.Partnership.Vocabulary.ImprovementProjectWord, "project");
        return new RestartProject
        {
            Id = project.Id,
            Version = project.Version,
            Page = new StopPage
            {
                Title = $"Start this {word} again",
                Caption = FormWords.Clip($"{project.Number} {project.Title}", 160),
                Button = "Start it again",
                Back = $"~/projects/{project.Id}",
                Crumbs = [new Crumb("Plan", "~/plan"), new Crumb(FormWords.Clip($"{project.Number} {project.Title}"), $"~/projects/{project.Id}")],
                Refusal = project.Status == ProjectStatus.Stopped ? null : "This work is not stopped",
                Reason = project.StatusReason,
                Word = word,
            },
        };
    }
}
