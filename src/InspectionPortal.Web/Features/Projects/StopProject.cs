using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Stops a project, with the reason. It stays in the plan and in reports; no more updates are asked for.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class StopProject : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Reason { get; set; }

    public StopPage Choices() => (StopPage)RequiredPage();
}

internal sealed class StopProjectValidator : AbstractValidator<StopProject>
{
    public StopProjectValidator() =>
        RuleFor(c => c.Reason).Required("Enter why you are stopping the work").MaxLength(ImprovementProject.ReasonMaxLength);
}

internal sealed class StopProjectHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<StopProject, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(StopProject command, CancellationToken cancellationToken)
    {
        var project = await database.Projects.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (project is null)
        {
            return new Missing();
        }

        if (Stopping.Refusal(project.Status, project.NoActionNeededReason) is { } refusal)
        {
            return Failure.Field(string.Empty, refusal);
        }

        (project.Status, project.StatusReason) = (ProjectStatus.Stopped, command.Reason);
        if (database.Check(project, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/projects/{project.Id}", $"{VocabularyTerms.Start(terms.Project)} {project.Number} stopped. Leads are no longer asked for updates. It stays in the plan and in reports.");
    }
}

/// <summary>When a project can be stopped.</summary>
internal static class Stopping
{
    /// <summary>Why it cannot; null where it can. Stopped work can be given another reason.</summary>
    public static string? Refusal(ProjectStatus status, string? noActionNeeded) => status switch
    {
        _ when noActionNeeded is not null => "No action is needed here, so there is no work to stop",
        ProjectStatus.DoneAwaitingEvidence or ProjectStatus.DoneAndEvidenced => "This work is done, so it cannot be stopped. If it is not done, change its status first",
        _ => null,
    };
}
