using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The form of a sub-action; of a new one of <paramref name="ProjectId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetSubActionForm(Guid? Id, Guid? ProjectId = null) : IQuery<SubActionFields>;

internal sealed class GetSubActionFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetSubActionForm, SubActionFields?>
{
    public async Task<SubActionFields?> Handle(GetSubActionForm query, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var what = FormText.Small(words.SubActionWord);
        var action = query.Id is null
            ? null
            : await database.SubActions.AsNoTracking().Include(s => s.Owners).SingleOrDefaultAsync(s => s.Id == query.Id, cancellationToken);
        var projectId = action?.ProjectId ?? (query.Id is null ? query.ProjectId : null);
        var project = await database.Projects.AsNoTracking().Where(p => p.Id == projectId)
            .Select(p => new { p.Id, p.PlanId, p.Number, p.Title, Proofs = database.EvidenceLinks.Count(l => l.SubActionId == query.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return null;
        }

        var page = new SubActionFormPage
        {
            Title = action is null ? $"Add {FormText.A(what)}" : $"Edit this {what}",
            Caption = $"{project.Number} {project.Title}",
            Button = action is null ? "Add" : "Save",
            Back = $"~/projects/{project.Id}",
            Crumbs = [new Crumb("Plan", $"~/plans/{project.PlanId}"), new Crumb(EnglishText.Cut($"{project.Number} {project.Title}", 60), $"~/projects/{project.Id}")],
            Responsibilities = await ResponsibilityChoices.ReadAsync(database, cancellationToken),
            Categories = Categories(current.RequiredTenant.Partnership),
            Removal = action is null
                ? null
                : new Removal($"~/sub-actions/{action.Id}/remove", $"this {what}", "Its text, owners and result will be removed. The audit keeps a record.", SubActionHanging.In(project.Proofs)),
        };
        return action is null ? new AddSubAction { ProjectId = project.Id, Page = page } : Fill(action, page);
    }

    private static IReadOnlyList<SelectListItem> Categories(SessionPartnership partnership) =>
    [
        .. partnership.Layout.Columns.Select(c => PlanFieldLabels.CategoryOf(c.Field)).OfType<SubActionCategory>().Concat(Enum.GetValues<SubActionCategory>()).Distinct()
            .Select(c => new SelectListItem(PlanFieldLabels.Label(partnership.Layout, partnership.Vocabulary, c), c.ToString())),
    ];

    private static EditSubAction Fill(SubAction action, SubActionFormPage page) => new()
    {
        Id = action.Id,
        Version = action.Version,
        Page = page,
        Text = action.Text,
        Category = action.Category,
        OwnerIds = [.. action.Owners.Select(o => o.LeadResponsibilityId)],
        OwnersText = action.OwnersText,
        Deadline = action.Deadline.Text.Length == 0 ? null : action.Deadline.Text,
        Status = action.Status,
        Result = action.Result,
    };
}
