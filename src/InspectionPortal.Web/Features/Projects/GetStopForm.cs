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

        var word = EnglishText.Said(current.RequiredTenant.Partnership.Vocabulary.ImprovementProjectWord, "project");
        return new StopProject
        {
            Id = project.Id,
            Version = project.Version,
            Reason = project.StatusReason,
            Page = new StopPage
            {
                Title = project.Status == ProjectStatus.Stopped ? $"Why this {word} was stopped" : $"Stop this {word}",
                Caption = EnglishText.Cut($"{project.Number} {project.Title}", 160),
                Button = project.Status == ProjectStatus.Stopped ? "Save the reason" : $"Stop this {word}",
                Back = $"~/projects/{project.Id}",
                Crumbs = [new Crumb("Plan", $"~/plans/{project.PlanId}"), new Crumb(EnglishText.Cut($"{project.Number} {project.Title}", 60), $"~/projects/{project.Id}")],
                Refusal = Stopping.Refusal(project.Status, project.NoActionNeededReason),
                Reason = project.Status == ProjectStatus.Stopped ? project.StatusReason ?? "No reason recorded" : null,
                Word = word,
            },
        };
    }
}
