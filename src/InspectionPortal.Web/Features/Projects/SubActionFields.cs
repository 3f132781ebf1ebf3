using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
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

internal sealed class SubActionRules<T> : AbstractValidator<T>
    where T : SubActionFields
{
    public SubActionRules()
    {
        RuleFor(c => c.Text).Required("Enter what will be done").MaxLength(SubAction.TextMaxLength);
        RuleFor(c => c.Deadline).MaxLength(Deadline.TextMaxLength);
        RuleFor(c => c.OwnersText).MaxLength(ImprovementProject.LeadsTextMaxLength);
        RuleFor(c => c.Result).MaxLength(SubAction.TextMaxLength);
        RuleFor(c => c.Result).Required("Enter why it was stopped").When(c => c.Status == ProjectStatus.Stopped);
    }
}

/// <summary>What can hang on a sub-action.</summary>
internal static class SubActionHanging
{
    public static IReadOnlyList<string> In(int proofs) => Removal.Count((proofs, "item of evidence", "items of evidence"));
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
            return Failure.Field(nameof(SubActionFields.OwnerIds), "Choose from the list");
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
                "Add evidence to this action first: “Done and evidenced” needs at least one item of evidence. Until then, choose “Done, awaiting evidence”");
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
