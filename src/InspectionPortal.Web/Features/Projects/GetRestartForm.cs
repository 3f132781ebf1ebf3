using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

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

        var word = EnglishText.Said(current.RequiredTenant.Partnership.Vocabulary.ImprovementProjectWord, "project");
        return new RestartProject
        {
            Id = project.Id,
            Version = project.Version,
            Page = new StopPage
            {
                Title = $"Restart this {word}",
                Caption = EnglishText.Cut($"{project.Number} {project.Title}", 160),
                Button = "Restart",
                Back = $"~/projects/{project.Id}",
                Crumbs = [new Crumb("Plan", $"~/plans/{project.PlanId}"), new Crumb(EnglishText.Cut($"{project.Number} {project.Title}", 60), $"~/projects/{project.Id}")],
                Refusal = project.Status == ProjectStatus.Stopped ? null : "This work is not stopped",
                Reason = project.StatusReason,
                Word = word,
            },
        };
    }
}
