using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Starts a stopped project again; updates are asked for from then on. The history keeps why it was stopped.</summary>
[CanUndo]
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
        RuleFor(c => c.Status).Must(s => s is ProjectStatus.InProgress or ProjectStatus.NotStarted).WithMessage("Choose a status");
}

internal sealed class RestartProjectHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<RestartProject, Result<Saved>>
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
        return new Saved($"~/projects/{project.Id}", $"{VocabularyTerms.Start(terms.Project)} {project.Number} restarted. Leads are asked for updates again.");
    }
}
