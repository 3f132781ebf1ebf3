using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The small form of one section of a project; null where the project has no such section.</summary>
/// <param name="Id">The project.</param>
/// <param name="Section">A key of <see cref="ProjectSections"/>.</param>
/// <param name="Back">The page that it is opened on.</param>
[Requires(Permission.EditPlan)]
public sealed record GetProjectSection(Guid Id, string? Section, string? Back = null) : IQuery<ProjectSectionFields>;

internal sealed class GetProjectSectionHandler(PortalDbContext database, CurrentSession current, VocabularyTerms terms)
    : IRequestHandler<GetProjectSection, ProjectSectionFields?>
{
    private const int NameLength = 60;

    private PlanLayout Layout => current.RequiredTenant.Partnership.Layout;

    public async Task<ProjectSectionFields?> Handle(GetProjectSection query, CancellationToken cancellationToken)
    {
        if (LabelOf(query.Section) is not { } label)
        {
            return null;
        }

        var project = await database.Projects.AsNoTracking().Include(p => p.Leads)
            .SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        if (project is null || (project.NoActionNeededReason is not null && IsOfWork(query.Section)))
        {
            return null;
        }

        var form = Fill(project, query.Section!);
        form.Id = project.Id;
        form.Back = query.Back;
        form.Version = ProjectSections.VersionOf(project, query.Section!);
        form.Page = await PageAsync(project, form, label, cancellationToken);
        form.AddSpareRows();
        return form;
    }

    /// <summary>The plan's own label, or the portal's; null for a section that there is not.</summary>
    private string? LabelOf(string? section) => section switch
    {
        ProjectSections.Status => LabelOf(PlanField.Status, "Status"),
        ProjectSections.Rating => current.RequiredTenant.Has(Permission.AcceptUpdates) ? LabelOf(PlanField.Rating, "Rating") : null,
        ProjectSections.Leads => LabelOf(PlanField.Leads, "Led by"),
        ProjectSections.Deadline => LabelOf(PlanField.Deadline, "Deadline"),
        _ => ProjectSections.TextOf(section)?.LabelIn(Layout),
    };

    private string LabelOf(PlanField field, string words) => Layout.LabelOf(field)?.TrimEnd('*').TrimEnd() ?? words;

    /// <summary>Work has a status and a rating; a row that needs no action has neither.</summary>
    private static bool IsOfWork(string? section) => section is ProjectSections.Status or ProjectSections.Rating;

    private static ProjectSectionFields Fill(ImprovementProject project, string section) => section switch
    {
        ProjectSections.Status => new EditProjectStatus { Status = project.Status, StatusReason = project.StatusReason },
        ProjectSections.Rating => new EditProjectRating { Rag = project.Rag ?? Rating.NotRated.Code },
        ProjectSections.Deadline => new EditProjectDeadline { Deadline = project.Deadline.Text.Length == 0 ? null : project.Deadline.Text },
        ProjectSections.Leads => new EditProjectLeads
        {
            Leads =
            [
                .. project.Leads.OrderBy(l => l.Position)
                    .Select(l => new ProjectLeadRow { ResponsibilityId = l.LeadResponsibilityId, Kind = l.Kind }),
            ],
            LeadsText = project.LeadsText,
        },
        _ => new EditProjectText { Field = section, Text = ProjectSections.TextOf(section)!.Get(project) },
    };

    private async Task<ProjectSectionPage> PageAsync(
        ImprovementProject project, ProjectSectionFields form, string label, CancellationToken cancellationToken)
    {
        var name = EnglishText.Cut($"{project.Number} {project.Title}", NameLength);
        return new ProjectSectionPage
        {
            Title = $"Change {EnglishText.Within(label)} of {terms.Project} {project.Number}",
            Caption = project.Title,
            Label = label,
            Number = project.Number,
            Address = form is EditProjectText text
                ? $"~/projects/{project.Id}/edit/text?field={text.Field}"
                : $"~/projects/{project.Id}/edit/{form.Section}",
            Back = form.ReturnAddress(),
            Crumbs = [new Crumb("Plan", $"~/plans/{project.PlanId}"), new Crumb(name, $"~/projects/{project.Id}")],
            Field = ProjectSections.TextOf(form.Section),
            DeadlineInForce = project.Deadline.Text.Length == 0 ? null : project.Deadline.Text,
            Forecast = project.Forecast.Text.Length == 0 ? null : project.Forecast.Text,
            Key = current.RequiredTenant.Partnership.RagKey,
            HasEvidence = form is EditProjectStatus
                && await database.ProjectsWithEvidence().ContainsAsync(project.Id, cancellationToken),
            Responsibilities = form is EditProjectLeads
                ? await ResponsibilityChoices.ReadAsync(database, cancellationToken)
                : Array.Empty<SelectListItem>(),
        };
    }
}
