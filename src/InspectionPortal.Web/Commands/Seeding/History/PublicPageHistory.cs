using InspectionPortal.Web.Features.Public;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>The public page: written and published by the partnership lead.</summary>
internal sealed class PublicPageHistory(PublicPageSeed page, string plan)
{
    private const string Lead = "lead";

    public IEnumerable<HistoryEvent> Events() => [new HistoryEvent(HistoryDays.At(page.On, 10), PublishAsync)];

    private async Task PublishAsync(HistoryStage stage)
    {
        var planId = await stage.Find.PlanAsync(plan);
        var measures = new List<Guid>();
        foreach (var title in page.Charts)
        {
            measures.Add(await stage.Find.MeasureAsync(title));
        }

        await stage.SendAsync(Lead, new EditPublicPage
        {
            ChildrenWillKnow = page.ChildrenWillKnow,
            WhatChanged = page.WhatChanged,
            PlanId = planId,
            MeasureIds = measures,
        });
        var report = await stage.Service<PublicReportReader>().LatestAsync(planId, CancellationToken.None);
        await stage.SendAsync(Lead, new ReleasePublicPage
        {
            Version = await stage.Database.PublicPages.Select(p => p.Version).SingleAsync(),
            ReportId = report?.Id,
        });
    }
}
