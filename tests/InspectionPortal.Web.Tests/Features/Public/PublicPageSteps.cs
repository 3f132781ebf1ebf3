using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Comparisons;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Public;

/// <summary>The steps to a public page, as a partnership lead takes them.</summary>
internal sealed class PublicPageSteps(PortalFixture portal, QuarterSteps quarter)
{
    public const string Knowing = "You will see the same worker at every visit.";
    public const string Changed = "Three more workers started in May.";

    public TestPartnership Partnership => quarter.Partnership;

    public TestPlan Plan => quarter.Plan;

    public QuarterSteps Quarter => quarter;

    public string Address => $"/public/{Partnership.Slug}";

    public string Settings => $"/{Partnership.Slug}/settings/public";

    /// <summary>A partnership with a plan, whose report is approved where asked.</summary>
    public static async Task<PublicPageSteps> MakeAsync(PortalFixture portal, bool approved = true)
    {
        var quarter = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AcceptUpdateAsync(quarter.Partnership, quarter.Plan, quarter.Plan.ProjectIds[0]);
        if (approved)
        {
            await TwoQuarters.PublishAsync(quarter);
        }

        return new PublicPageSteps(portal, quarter);
    }

    /// <summary>A partnership whose page is public, with the chart of its first measure.</summary>
    public static async Task<PublicPageSteps> MakePublishedAsync(PortalFixture portal)
    {
        var steps = await MakeAsync(portal);
        await steps.SaveAsync(("MeasureIds", steps.Plan.MeasureIds[0].ToString()));
        Assert.Equal(steps.Settings, (await steps.PublishAsync()).Location);
        return steps;
    }

    /// <summary>Saves the draft as the partnership lead.</summary>
    public async Task<TestPage> SaveAsync(params (string Name, string? Value)[] fields)
    {
        List<(string Name, string? Value)> all =
            [("ChildrenWillKnow", Knowing), ("WhatChanged", Changed), ("PlanId", Plan.Id.ToString())];
        all.RemoveAll(f => fields.Any(g => g.Name == f.Name));
        var form = (await portal.ClientFor(Partnership.Lead).GetPageAsync(Settings)).ShouldBeOk();
        return await form.SubmitAsync("form.p-form", [.. all, .. fields]);
    }

    public async Task<TestPage> PreviewAsync() =>
        (await portal.ClientFor(Partnership.Lead).GetPageAsync($"{Settings}/preview")).ShouldBeOk();

    public async Task<TestPage> PublishAsync() => await (await PreviewAsync()).SubmitAsync("#release");

    public async Task<TestPage> TakeDownAsync() =>
        await (await portal.ClientFor(Partnership.Lead).GetPageAsync(Settings)).ShouldBeOk().SubmitAsync("#withdraw");

    /// <summary>The page as somebody reads it who has never signed in.</summary>
    public Task<TestPage> ReadAsync() => portal.ClientFor(null).GetPageAsync(Address);

    public Task<PublicPage?> StoredAsync() =>
        portal.Data.InTenantAsync(Partnership.Id, database => database.PublicPages.AsNoTracking().FirstOrDefaultAsync());
}
