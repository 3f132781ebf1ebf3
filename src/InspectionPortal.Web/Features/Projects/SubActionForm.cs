using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The fields of adding and editing a sub-action.</summary>
public abstract class SubActionFields : FormFields
{
    public string? Text { get; set; }
    public SubActionCategory Category { get; set; } = SubActionCategory.Other;
    public List<Guid> OwnerIds { get; set; } = [];

    /// <summary>Who answers for it, as the plan writes it.</summary>
    public string? OwnersText { get; set; }

    public string? Deadline { get; set; }
    public ProjectStatus Status { get; set; }
    public string? Result { get; set; }

    public SubActionFormPage Choices() => (SubActionFormPage)RequiredPage();
}

public sealed class SubActionFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Responsibilities { get; init; }

    /// <summary>Under the labels of the plan, those that it shows first.</summary>
    public required IReadOnlyList<SelectListItem> Categories { get; init; }

    public IReadOnlyList<SelectListItem> Statuses { get; } = ProjectWords.Statuses;
}

/// <summary>The form of a sub-action; of a new one of <paramref name="ProjectId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetSubActionForm(Guid? Id, Guid? ProjectId = null) : IQuery<SubActionFields>;

internal sealed class SubActionRules<T> : AbstractValidator<T>
    where T : SubActionFields
{
    public SubActionRules()
    {
        RuleFor(c => c.Text).Needed("Enter what is to be done").Fits(SubAction.TextMaxLength);
        RuleFor(c => c.Deadline).Fits(Deadlines.Deadline.TextMaxLength);
        RuleFor(c => c.OwnersText).Fits(ImprovementProject.LeadsTextMaxLength);
        RuleFor(c => c.Result).Fits(SubAction.TextMaxLength);
        RuleFor(c => c.Result).Needed("Say why it was stopped").When(c => c.Status == ProjectStatus.Stopped);
    }
}

internal sealed class GetSubActionFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetSubActionForm, SubActionFields?>
{
    public async Task<SubActionFields?> Handle(GetSubActionForm query, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var what = FormWords.Small(words.SubActionWord);
        var action = query.Id is null
            ? null
            : await database.SubActions.AsNoTracking().Include(s => s.Owners).SingleOrDefaultAsync(s => s.Id == query.Id, cancellationToken);
        var projectId = action?.ProjectId ?? (query.Id is null ? query.ProjectId : null);
        var project = await database.Projects.AsNoTracking().Where(p => p.Id == projectId)
            .Select(p => new { p.Id, p.Number, p.Title, Proofs = database.EvidenceLinks.Count(l => l.SubActionId == query.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return null;
        }

        var page = new SubActionFormPage
        {
            Title = action is null ? $"Add {FormWords.A(what)}" : $"Edit this {what}",
            Caption = $"{project.Number} {project.Title}",
            Button = action is null ? "Add" : "Save",
            Back = $"~/projects/{project.Id}",
            Crumbs = [new Crumb("Plan", "~/plan"), new Crumb(FormWords.Clip($"{project.Number} {project.Title}"), $"~/projects/{project.Id}")],
            Responsibilities = await ResponsibilityChoices.ReadAsync(database, cancellationToken),
            Categories = Categories(current.RequiredTenant.Partnership),
            Removal = action is null
                ? null
                : new Removal($"~/sub-actions/{action.Id}/remove", $"this {what}", "Its words, owners and result go. The audit keeps what they were.", SubActionHanging.In(project.Proofs)),
        };
        return action is null ? new AddSubAction { ProjectId = project.Id, Page = page } : Fill(action, page);
    }

    private static IReadOnlyList<SelectListItem> Categories(SessionPartnership partnership) =>
    [
        .. partnership.Layout.Columns.Select(c => PlanFieldWords.CategoryOf(c.Field)).OfType<SubActionCategory>().Concat(Enum.GetValues<SubActionCategory>()).Distinct()
            .Select(c => new SelectListItem(PlanFieldWords.Label(partnership.Layout, partnership.Vocabulary, c), c.ToString())),
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

/// <summary>What can hang on a sub-action.</summary>
internal static class SubActionHanging
{
    public static IReadOnlyList<string> In(int proofs) => Removal.Count((proofs, "piece of evidence", "pieces of evidence"));
}

/// <summary>Writes the form into a sub-action.</summary>
internal static class SubActionWriter
{
    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(PortalDbContext database, SubAction action, SubActionFields fields, CancellationToken cancellationToken)
    {
        var owners = fields.OwnerIds.Distinct().ToList();
        if (await database.LeadResponsibilities.CountAsync(r => owners.Contains(r.Id), cancellationToken) != owners.Count)
        {
            return Failure.Field(nameof(SubActionFields.OwnerIds), "Choose from the responsibilities shown");
        }

        var words = fields.Deadline ?? "";
        if (action.Deadline.Text != words)
        {
            if (DeadlineEntry.HasImpossibleDate(words))
            {
                return Failure.Field(nameof(SubActionFields.Deadline), DeadlineEntry.ImpossibleDate);
            }

            action.Deadline = DeadlineParser.Parse(words);
        }

        if (fields.Status == ProjectStatus.DoneAndEvidenced && action.Status != fields.Status
            && !await database.EvidenceLinks.AnyAsync(l => l.SubActionId == action.Id, cancellationToken))
        {
            return Failure.Field(
                nameof(SubActionFields.Status),
                "Add evidence to this step first: “Done and evidenced” needs at least one piece. Until then choose “Done and awaiting evidence”");
        }

        action.Text = fields.Text!;
        action.Category = fields.Category;
        action.Status = fields.Status;
        action.Result = fields.Result;
        action.OwnersText = fields.OwnersText;
        database.RemoveRange(action.Owners.Where(o => !owners.Contains(o.LeadResponsibilityId)).ToList());
        database.AddRange(owners.Where(id => action.Owners.TrueForAll(o => o.LeadResponsibilityId != id))
            .Select(id => new SubActionOwner { SubActionId = action.Id, LeadResponsibilityId = id }));
        return null;
    }
}
