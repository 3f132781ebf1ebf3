using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Public;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Undo;

/// <summary>What a partnership sets for itself can be undone like any other change.</summary>
public sealed class UndoSettingsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";
    private const string Undo = ".p-done form";
    private const string Title = "Ratings[0].Name";

    /// <summary>The page of each setting, and what is typed.</summary>
    public static TheoryData<string, string, string> Settings { get; } = new()
    {
        { "settings/name", "Name", "North Shire" },
        { "settings/access", "Scope", "LivePlan" },
        { "settings/ratings", Title, "Going well" },
        { "settings/words", "Columns[0].Label", "Another header" },
        { "settings/words", "KeyDriver", "Step" },
        { "settings/words", "ShowRiskToScrutiny", "true" },
        { "periods/calendar/{plan}", "StartsOn", "1 July 2100" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Post_AfterASetting_GivesBackWhatWasThere(string path, string field, string value)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(here.Lead);
        var before = await PartnershipRows.ReadAsync(portal, here);
        var saved = await SaveAsync(client, here, path.Replace("{plan}", plan.Id.ToString(), StringComparison.Ordinal), (field, value));
        Assert.NotEqual(before, await PartnershipRows.ReadAsync(portal, here));

        var undone = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
        Assert.Equal(HttpStatusCode.Redirect, (await saved.SubmitAsync(Undo)).Status);
        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
    }

    [Fact]
    public async Task Post_CalendarChanged_GivesBackTheDaysAndTheReminders()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(here.Lead);
        await SaveAsync(client, here, $"periods/calendar/{plan.Id}", ("StartsOn", "1 July 2100"));
        var before = await PartnershipRows.ReadAsync(portal, here);
        var saved = await SaveAsync(
            client, here, $"periods/calendar/{plan.Id}", ("Kind", "MeetingDates"), ("MeetingDates", "23 February 2101\r\n24/11/2100\r\n"),
            ("OpensDays", "28"), ("OpensWhen", "Before"), ("DueDays", "14"), ("Reminders", "DueDay"));
        Assert.NotEqual(before, await PartnershipRows.ReadAsync(portal, here));

        await saved.SubmitAsync(Undo);

        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
    }

    [Fact]
    public async Task Post_AnotherSettingChangedSince_IsUndoneAndKeepsThat()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        var renamed = await SaveAsync(client, here, "settings/name", ("Name", "North Shire"));
        var opened = await SaveAsync(client, here, "settings/access", ("Scope", "LivePlan"));

        await opened.SubmitAsync(Undo);
        Assert.Equal("North Shire", await NameAsync(here));
        await renamed.SubmitAsync(Undo);

        Assert.Equal(here.Name, await NameAsync(here));
    }

    [Fact]
    public async Task Post_SomebodyChangedTheSettingSince_IsRefusedAndSaysSo()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.AddRoleAsync(here, here.Chief, Domain.People.PartnershipRole.PartnershipLead);
        var saved = await SaveAsync(portal.ClientFor(here.Lead), here, "settings/name", ("Name", "North Shire"));
        await SaveAsync(portal.ClientFor(here.Chief), here, "settings/name", ("Name", "South Shire"));

        var refused = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This cannot be undone. The partnership has been changed since", refused.Text, StringComparison.Ordinal);
        Assert.Equal("South Shire", await NameAsync(here));
    }

    [Fact]
    public async Task Post_NewRatingInUseSince_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var saved = await SaveAsync(
            portal.ClientFor(here.Lead), here, "settings/ratings", ("Ratings[3].Name", "Stuck"), ("Ratings[3].Meaning", "Does not move"),
            ("Ratings[3].Shape", "diamond"), ("Ratings[3].Colour", "purple"));
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Rag = "stuck";
            return true;
        });

        var refused = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("The rating “Stuck” is in use now", refused.Text, StringComparison.Ordinal);
        Assert.Equal(4, await portal.Data.OnPlatformAsync(database =>
            database.Partnerships.Where(p => p.Id == here.Id).Select(p => p.RagKey.Count).SingleAsync()));
    }

    [Fact]
    public async Task Post_DraftOfThePublicPage_IsUndoneButNotItsFirst()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);
        var client = portal.ClientFor(steps.Partnership.Lead);
        var first = await SaveAsync(
            client, steps.Partnership, "settings/public", ("ChildrenWillKnow", "They are asked"), ("PlanId", steps.Plan.Id.ToString()));
        Assert.Empty(first.Document.QuerySelectorAll(Undo));
        var before = await PartnershipRows.ReadAsync(portal, steps.Partnership);

        var saved = await SaveAsync(
            client, steps.Partnership, "settings/public", ("WhatChanged", "Other"), ("MeasureIds", steps.Plan.MeasureIds[0].ToString()));
        Assert.NotEqual(before, await PartnershipRows.ReadAsync(portal, steps.Partnership));
        await saved.SubmitAsync(Undo);

        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, steps.Partnership));
    }

    [Fact]
    public async Task Post_DraftOfAReport_IsUndoneUntilItIsSubmitted()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await steps.CloseAsync();
        var client = steps.As(steps.Partnership.Lead);
        var before = await PartnershipRows.ReadAsync(portal, steps.Partnership);
        var path = $"reports/{steps.PeriodId}/prepare";
        var saved = await SaveAsync(client, steps.Partnership, path, ("Summary", "Written first"));
        await saved.SubmitAsync(Undo);
        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, steps.Partnership));

        var again = await SaveAsync(client, steps.Partnership, path, ("Summary", "Written again"));
        await steps.SubmitAsync();
        var refused = await again.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("The report has been submitted since", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AfterAReportAboutAPlanIsDiscarded_GivesBackItAndItsDraft()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var here = steps.Partnership;
        var client = steps.As(here.Lead);
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            var period = ReportingPeriod.OfPlan(PeriodKind.Baseline, steps.Plan.Id, new DateOnly(2020, 5, 1));
            database.Add(period);
            database.Add(new ReportDraft { PeriodId = period.Id, Summary = "Agree the plan" });
            return Task.FromResult(true);
        });
        var id = await portal.Data.InTenantAsync(here.Id, database =>
            database.ReportingPeriods.Where(p => p.Kind == PeriodKind.Baseline).Select(p => p.Id).SingleAsync());
        var before = await PartnershipRows.ReadAsync(portal, here);
        var form = (await client.GetPageAsync($"/{here.Slug}/reports/{id}/submit")).ShouldBeOk();

        var discarded = await client.FollowAsync(await form.SubmitAsync("form[action$='/discard']"));
        Assert.DoesNotContain("Agree the plan", await PartnershipRows.ReadAsync(portal, here), StringComparison.Ordinal);
        await discarded.SubmitAsync(Undo);

        Assert.Equal(before, await PartnershipRows.ReadAsync(portal, here));
    }

    private static async Task<TestPage> SaveAsync(
        HttpClient client, TestPartnership here, string path, params (string Name, string? Value)[] fields)
    {
        var form = (await client.GetPageAsync($"/{here.Slug}/{path}")).ShouldBeOk();
        var saved = await form.SubmitAsync(
            new[] { "#prepare-report", Form, "main form" }.First(f => form.Document.QuerySelector(f) is not null), fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return await client.FollowAsync(saved);
    }

    private Task<string> NameAsync(TestPartnership here) => portal.Data.OnPlatformAsync(database =>
        database.Partnerships.Where(p => p.Id == here.Id).Select(p => p.Name).SingleAsync());
}
