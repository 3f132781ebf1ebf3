using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Stops a project, with the reason. It stays in the plan and in reports; no more updates are asked for.</summary>
[Requires(Permission.EditPlan)]
public sealed class StopProject : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Reason { get; set; }

    public StopPage Choices() => (StopPage)RequiredPage();
}

/// <summary>The page of stopping and of starting again.</summary>
public sealed class StopPage : FormPage
{
    /// <summary>Why this cannot be done to the project as it stands; null where it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why it was stopped, where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>What it is called within a sentence.</summary>
    public required string Word { get; init; }
}

internal sealed class StopProjectValidator : AbstractValidator<StopProject>
{
    public StopProjectValidator() => RuleFor(c => c.Reason).Needed("Say why the work is stopped").Fits(ImprovementProject.ReasonMaxLength);
}

internal sealed class StopProjectHandler(PortalDbContext database) : IRequestHandler<StopProject, Result<Saved>>
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
        return new Saved($"~/projects/{project.Id}", $"{project.Number} is stopped. No more updates are asked for; it stays in the plan and in reports.");
    }
}

/// <summary>When a project can be stopped.</summary>
internal static class Stopping
{
    /// <summary>Why it cannot; null where it can. Stopped work can be given another reason.</summary>
    public static string? Refusal(ProjectStatus status, string? noActionNeeded) => status switch
    {
        _ when noActionNeeded is not null => "This row needs no action, so there is no work to stop",
        ProjectStatus.DoneAwaitingEvidence or ProjectStatus.DoneAndEvidenced => "This work is done already, so it cannot be stopped. If it is not done after all, change where the work is first",
        _ => null,
    };
}

/// <summary>The form that stops a project.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetStopForm(Guid Id) : IQuery<StopProject>;

internal sealed class GetStopFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetStopForm, StopProject?>
{
    public async Task<StopProject?> Handle(GetStopForm query, CancellationToken cancellationToken)
    {
        var project = await database.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        if (project is null)
        {
            return null;
        }

        var word = Words.Said(current.RequiredTenant.Partnership.Vocabulary.ImprovementProjectWord, "project");
        return new StopProject
        {
            Id = project.Id,
            Version = project.Version,
            Reason = project.StatusReason,
            Page = new StopPage
            {
                Title = project.Status == ProjectStatus.Stopped ? $"Why this {word} was stopped" : $"Stop this {word}",
                Caption = FormWords.Clip($"{project.Number} {project.Title}", 160),
                Button = project.Status == ProjectStatus.Stopped ? "Save the reason" : $"Stop this {word}",
                Back = $"~/projects/{project.Id}",
                Crumbs = [new Crumb("Plan", "~/plan"), new Crumb(FormWords.Clip($"{project.Number} {project.Title}"), $"~/projects/{project.Id}")],
                Refusal = Stopping.Refusal(project.Status, project.NoActionNeededReason),
                Reason = project.Status == ProjectStatus.Stopped ? project.StatusReason ?? "No reason was given" : null,
                Word = word,
            },
        };
    }
}
