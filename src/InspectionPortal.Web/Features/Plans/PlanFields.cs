using FluentValidation;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The fields of starting and editing a plan.</summary>
public abstract class PlanFields : FormFields
{
    public string? Title { get; set; }
    public string? PeriodText { get; set; }
    public string? PeriodFrom { get; set; }
    public string? PeriodTo { get; set; }
    public string? OwnerGroup { get; set; }
    public List<Guid> InspectionIds { get; set; } = [];
    public List<PlanSectionRow> Sections { get; set; } = [];
    public List<ExternalPlanRow> ExternalPlans { get; set; } = [];

    public PlanFormPage Choices() => (PlanFormPage)RequiredPage();

    public override void AddSpareRows()
    {
        FormRows.AddSpare(Sections);
        FormRows.AddSpare(ExternalPlans);
    }
}

internal sealed class PlanRules<T> : AbstractValidator<T>
    where T : PlanFields
{
    public PlanRules()
    {
        RuleFor(c => c.Title).Required("Enter the plan’s title").MaxLength(Plan.TitleMaxLength);
        RuleFor(c => c.PeriodText).MaxLength(Plan.PeriodMaxLength);
        RuleFor(c => c.PeriodFrom).IsDate();
        RuleFor(c => c.PeriodTo).IsDate()
            .Must((c, to) => TypedInput.Date(to) is not { } last || TypedInput.Date(c.PeriodFrom) is not { } first || last >= first)
            .WithMessage("Last day must be the same as or after the first day");
        RuleFor(c => c.OwnerGroup).MaxLength(Plan.TitleMaxLength);
        RuleFor(c => c.Sections).Must(rows => rows.Count <= 100).WithMessage("Enter 100 sections or fewer");
        RuleForEach(c => c.Sections).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
        {
            row.RuleFor(r => r.Heading).Required("Enter a heading for this section").MaxLength(PlanSection.HeadingMaxLength);
            row.RuleFor(r => r.Body).Required("Enter the text of this section, or tick Remove").MaxLength(PlanSection.BodyMaxLength);
        });
        RuleFor(c => c.ExternalPlans).Must(rows => rows.Count <= 100).WithMessage("Enter 100 other plans or fewer");
        RuleForEach(c => c.ExternalPlans).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
        {
            row.RuleFor(r => r.Title).Required("Enter the name of the other plan, or tick Remove").MaxLength(Plan.TitleMaxLength);
            row.RuleFor(r => r.Note).MaxLength(TypedInput.Limit<ExternalPlan>(nameof(ExternalPlan.Note)));
        });
    }
}

/// <summary>Writes the form into a plan, tracked and with its rows loaded.</summary>
internal static class PlanWriter
{
    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(PortalDbContext database, Plan plan, PlanFields fields, CancellationToken cancellationToken)
    {
        var chosen = fields.InspectionIds.Distinct().ToList();
        if (await database.Inspections.CountAsync(i => chosen.Contains(i.Id), cancellationToken) != chosen.Count)
        {
            return Failure.Field(nameof(PlanFields.InspectionIds), "Choose from the list");
        }

        plan.Title = fields.Title!;
        plan.PeriodText = fields.PeriodText;
        plan.PeriodFrom = TypedInput.Date(fields.PeriodFrom);
        plan.PeriodTo = TypedInput.Date(fields.PeriodTo);
        plan.OwnerGroup = fields.OwnerGroup;
        database.RemoveRange(plan.Inspections.Where(l => !chosen.Contains(l.InspectionId)));
        database.AddRange(chosen.Where(id => plan.Inspections.TrueForAll(l => l.InspectionId != id))
            .Select(id => new PlanInspection { PlanId = plan.Id, InspectionId = id }));
        await database.MergeAsync(
            plan.Sections, fields.Sections, () => new PlanSection { PlanId = plan.Id, Heading = "", Body = "" },
            (row, section, position) => (section.Heading, section.Body, section.Position) = (row.Heading!, row.Body!, position), cancellationToken);
        await database.MergeAsync(
            plan.ExternalPlans, fields.ExternalPlans, () => new ExternalPlan { PlanId = plan.Id, Title = "" },
            (row, other, position) => (other.Title, other.Note, other.Position) = (row.Title!, row.Note, position), cancellationToken);
        return null;
    }
}
