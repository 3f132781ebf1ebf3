using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes where the work is, and nothing else.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditProjectStatus : ProjectSectionFields, ICommand<Saved>, IStatusFields
{
    public override string Section => ProjectSections.Status;

    public ProjectStatus Status { get; set; }

    public string? StatusReason { get; set; }
}

internal sealed class EditProjectStatusValidator : AbstractValidator<EditProjectStatus>
{
    public EditProjectStatusValidator() => Include(new StatusRules<EditProjectStatus>());
}

internal sealed class EditProjectStatusHandler(PortalDbContext database, ProjectSectionSaver saver)
    : IRequestHandler<EditProjectStatus, Result<Saved>>
{
    public Task<Result<Saved>> Handle(EditProjectStatus command, CancellationToken cancellationToken) => saver.SaveAsync(
        command,
        project =>
        {
            ProjectWriter.WriteStatus(project, command);
            return Task.FromResult<Failure?>(null);
        },
        project => ProjectWriter.NotEvidencedAsync(database, project, cancellationToken),
        cancellationToken);
}
