using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The form of the partnership's plan, or of a first one where <paramref name="IsNew"/>.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPlanForm(bool IsNew) : IQuery<PlanFields>;

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
        PeriodFrom = TypedInput.Show(plan.PeriodFrom),
        PeriodTo = TypedInput.Show(plan.PeriodTo),
        OwnerGroup = plan.OwnerGroup,
        InspectionIds = [.. plan.Inspections.Select(i => i.InspectionId)],
        Sections = [.. plan.Sections.OrderBy(s => s.Position).Select(s => new PlanSectionRow { Id = s.Id, Heading = s.Heading, Body = s.Body })],
        ExternalPlans = [.. plan.ExternalPlans.OrderBy(e => e.Position).Select(e => new ExternalPlanRow { Id = e.Id, Title = e.Title, Note = e.Note })],
    };

    private static PlanFormPage Page(string title, string button, IReadOnlyList<Crumb> crumbs, IReadOnlyList<SelectListItem> inspections) =>
        new() { Title = title, Button = button, Back = "~/plan", Crumbs = crumbs, Inspections = inspections };
}
