using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Agrees a new deadline, and nothing else. The deadline in force and the reason are kept.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditProjectDeadline : ProjectSectionFields, ICommand<Saved>, IDeadlineFields
{
    public override string Section => ProjectSections.Deadline;

    public string? Deadline { get; set; }

    /// <summary>Why a deadline in force moves.</summary>
    public string? SlipReason { get; set; }
}

internal sealed class EditProjectDeadlineValidator : AbstractValidator<EditProjectDeadline>
{
    public EditProjectDeadlineValidator() => Include(new DeadlineRules<EditProjectDeadline>());
}

internal sealed class EditProjectDeadlineHandler(
    PortalDbContext database, ProjectSectionSaver saver, CurrentSession current, TimeProvider time)
    : IRequestHandler<EditProjectDeadline, Result<Saved>>
{
    public Task<Result<Saved>> Handle(EditProjectDeadline command, CancellationToken cancellationToken)
    {
        var before = Deadline.None;
        return saver.SaveAsync(
            command,
            project =>
            {
                before = project.Deadline;
                return Task.FromResult<Failure?>(ProjectWriter.WriteDeadline(project, command.Deadline));
            },
            project => Task.FromResult<Failure?>(DeadlineSlips.Record(
                database, project, before, command.SlipReason, (current.RequiredPerson.UserId, time.GetUtcNow()))),
            cancellationToken);
    }
}
