using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Web.Components.TagHelpers;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>The form of the public page, and what is public now.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPublicPageForm : IQuery<EditPublicPage>;

internal sealed class GetPublicPageFormHandler(PortalDbContext database, PublicReportReader reports, PublicPageStateReader states)
    : IRequestHandler<GetPublicPageForm, EditPublicPage?>
{
    public async Task<EditPublicPage?> Handle(GetPublicPageForm query, CancellationToken cancellationToken)
    {
        var page = await database.PublicPages.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        var plans = await database.Plans.AsNoTracking().OrderByDescending(p => p.Id)
            .Select(p => new SelectListItem(p.Title, p.Id.ToString())).ToListAsync(cancellationToken);
        var latest = await reports.ListAsync(cancellationToken);
        var state = await states.ReadAsync(page, cancellationToken);
        return new EditPublicPage
        {
            Version = page?.Version ?? 0,
            ChildrenWillKnow = page?.ChildrenWillKnow,
            WhatChanged = page?.WhatChanged,
            PlanId = page?.PlanId ?? latest.Select(r => (Guid?)r.PlanId).FirstOrDefault(),
            MeasureIds = [.. page?.MeasureIds ?? []],
            Page = new PublicFormPage
            {
                Title = "Public page",
                Place = "settings",
                Lede = state.Sentence(),
                Button = "Save and preview",
                Back = "~/settings",
                Crumbs = [new Crumb("Settings", "~/settings")],
                Plans = plans,
                Charts = [.. latest.SelectMany(r => Charts(r, latest.Count > 1))],
                State = state,
            },
        };
    }

    private static IEnumerable<SelectListItem> Charts(PublicReport report, bool withPlan) =>
        report.Edition.Measures.Where(m => PublicChart.CanShow(m, report.Edition.AsAt))
            .Select(m => new Choice(m.Title, m.Id.ToString(), withPlan ? report.Edition.Plan.Title : null));
}
