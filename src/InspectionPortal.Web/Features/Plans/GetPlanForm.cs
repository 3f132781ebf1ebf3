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

/// <summary>The form of a plan; of a new one where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPlanForm(Guid? Id) : IQuery<PlanFields>;

internal sealed class GetPlanFormHandler(PortalDbContext database) : IRequestHandler<GetPlanForm, PlanFields?>
{
    public async Task<PlanFields?> Handle(GetPlanForm query, CancellationToken cancellationToken)
    {
        var inspections = await database.Inspections.AsNoTracking().OrderByDescending(i => i.Published).ThenBy(i => i.Id)
            .Select(i => new SelectListItem(i.Title, i.Id.ToString())).ToListAsync(cancellationToken);
        if (query.Id is null)
        {
            return new StartPlan { Page = Page("Start a plan", "Start the plan", "~/plans", inspections) };
        }

        var plan = await database.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Sections).Include(p => p.ExternalPlans).Include(p => p.Inspections)
            .SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        return plan is null ? null : Fill(plan, Page("Edit the plan", "Save the plan", $"~/plans/{plan.Id}", inspections));
    }

    private static EditPlan Fill(Plan plan, FormPage page) => new()
    {
        Id = plan.Id,
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

    private static PlanFormPage Page(string title, string button, string back, IReadOnlyList<SelectListItem> inspections) => new()
    {
        Title = title,
        Button = button,
        Back = back,
        Crumbs = [new Crumb(back == "~/plans" ? "Plans" : "Plan", back)],
        Inspections = inspections,
    };
}
