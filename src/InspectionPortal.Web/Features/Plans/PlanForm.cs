using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
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

public sealed class PlanSectionRow : FormRow
{
    public string? Heading { get; set; }
    public string? Body { get; set; }

    public override bool IsBlank() => Heading is null && Body is null;
}

public sealed class ExternalPlanRow : FormRow
{
    public string? Title { get; set; }
    public string? Note { get; set; }

    public override bool IsBlank() => Title is null && Note is null;
}

public sealed class PlanFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Inspections { get; init; }
}

/// <summary>The form of the partnership's plan, or of a first one where <paramref name="IsNew"/>.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPlanForm(bool IsNew) : IQuery<PlanFields>;

internal sealed class PlanRules<T> : AbstractValidator<T>
    where T : PlanFields
{
    public PlanRules()
    {
        RuleFor(c => c.Title).Needed("Enter the title of the plan").Fits(Plan.TitleMaxLength);
        RuleFor(c => c.PeriodText).Fits(Plan.PeriodMaxLength);
        RuleFor(c => c.PeriodFrom).IsDate();
        RuleFor(c => c.PeriodTo).IsDate()
            .Must((c, to) => Written.Date(to) is not { } last || Written.Date(c.PeriodFrom) is not { } first || last >= first)
            .WithMessage("Enter a last day that is not before the first");
        RuleFor(c => c.OwnerGroup).Fits(Plan.TitleMaxLength);
        RuleFor(c => c.Sections).Must(rows => rows.Count <= 100).WithMessage("Keep to 100 sections");
        RuleForEach(c => c.Sections).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
        {
            row.RuleFor(r => r.Heading).Needed("Enter a heading for this section").Fits(PlanSection.HeadingMaxLength);
            row.RuleFor(r => r.Body).Needed("Enter the words of this section, or tick Remove").Fits(PlanSection.BodyMaxLength);
        });
        RuleFor(c => c.ExternalPlans).Must(rows => rows.Count <= 100).WithMessage("Keep to 100 other plans");
        RuleForEach(c => c.ExternalPlans).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
        {
            row.RuleFor(r => r.Title).Needed("Enter the name of the other plan, or tick Remove").Fits(Plan.TitleMaxLength);
            row.RuleFor(r => r.Note).Fits(Written.Limit<ExternalPlan>(nameof(ExternalPlan.Note)));
        });
    }
}

internal sealed class GetPlanFormHandler(PortalDbContext database) : IRequestHandler<GetPlanForm, PlanFields?>
{
    public async Task<PlanFields?> Handle(GetPlanForm query, CancellationToken cancellationToken)
    {
        var inspections = await database.Inspections.AsNoTracking().OrderByDescending(i => i.Published).ThenBy(i => i.Id)
            .Select(i => new SelectListItem(i.Title, i.Id.ToString())).ToListAsync(cancellationToken);
        if (query.IsNew)
        {
            return new StartPlan { Page = Page("Start the plan", "Start the plan", [new Crumb("Plan", "~/plan")], inspections) };
        }

        var plan = await database.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Sections).Include(p => p.ExternalPlans).Include(p => p.Inspections)
            .OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        return plan is null ? null : Fill(plan, Page("Edit the plan", "Save the plan", [new Crumb("Plan", "~/plan")], inspections));
    }

    private static EditPlan Fill(Plan plan, FormPage page) => new()
    {
        Version = plan.Version,
        Page = page,
        Title = plan.Title,
        PeriodText = plan.PeriodText,
        PeriodFrom = Written.Show(plan.PeriodFrom),
        PeriodTo = Written.Show(plan.PeriodTo),
        OwnerGroup = plan.OwnerGroup,
        InspectionIds = [.. plan.Inspections.Select(i => i.InspectionId)],
        Sections = [.. plan.Sections.OrderBy(s => s.Position).Select(s => new PlanSectionRow { Id = s.Id, Heading = s.Heading, Body = s.Body })],
        ExternalPlans = [.. plan.ExternalPlans.OrderBy(e => e.Position).Select(e => new ExternalPlanRow { Id = e.Id, Title = e.Title, Note = e.Note })],
    };

    private static PlanFormPage Page(string title, string button, IReadOnlyList<Crumb> crumbs, IReadOnlyList<SelectListItem> inspections) =>
        new() { Title = title, Button = button, Back = "~/plan", Crumbs = crumbs, Inspections = inspections };
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
            return Failure.Field(nameof(PlanFields.InspectionIds), "Choose from the inspections shown");
        }

        plan.Title = fields.Title!;
        plan.PeriodText = fields.PeriodText;
        plan.PeriodFrom = Written.Date(fields.PeriodFrom);
        plan.PeriodTo = Written.Date(fields.PeriodTo);
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
