using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// The main job on Aberdeen's plan, in a real browser: from the inspection to an approved quarter that the link officer reads,
/// and a new partnership's first steps. axe looks at every page on the way.
/// </summary>
public sealed class QuarterJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Said = "The quarterly data report now covers every group of looked after children.";
    private const string EvidenceTitle = "Data Summary, September 2020";

    [Fact]
    public async Task Quarter_FromInspectionToPublishedReport_IsReadByTheLinkOfficer()
    {
        await using var lead = await portal.VisitAsync();
        await LeadReadsAndEditsAsync(lead);
        await ContributorWritesAsync();
        await LeadAcceptsReleasesAndSubmitsAsync(lead);
        await ChiefOfficerApprovesAsync();
        await using var officer = await portal.VisitAsync();
        await LinkOfficerReadsAsync(officer);
        await LeadSeesWhoReadAndTakesAccessBackAsync(lead, officer);
        await OthersFindNothingAsync();
    }

    [Fact]
    public async Task Partnership_AddedByTheAdministrator_StartsWithAnEmptyPlan()
    {
        await using var administrator = await portal.VisitAsync();
        await administrator.SignInAsync("admin@portal.example");
        await administrator.GoAsync("/admin/partnerships/new");
        await administrator.FillAsync("Name of the partnership", "North Shire");
        await administrator.FillAsync("Short name for the address", "north-shire");
        await administrator.ChooseAsync("Partnership");
        await administrator.FillAsync("Name", "First lead", exact: true);
        await administrator.FillAsync("E-mail address", "lead@north-shire.example");
        await administrator.PressAsync("Add the partnership");
        Assert.True(await administrator.SeesAsync("Not yet accepted"));

        await using var lead = await portal.VisitAsync();
        await lead.AcceptInvitationAsync((await portal.Data.LastMailToAsync("lead@north-shire.example")).Path);
        await lead.SignInAsync("lead@north-shire.example");
        Assert.True(await lead.SeesAsync("Set up the partnership"));
        Assert.True(await lead.SeesAsync("start an empty plan"));
        await lead.GoAsync("/north-shire/people/responsibilities/new");
        await lead.FillAsync("Name, as written in the plan", "Head of Service");
        await lead.ChooseAsync("Post");
        await lead.PressAsync("Add the responsibility");
        await lead.GoAsync("/north-shire/people/invite");
        await lead.FillAsync("Name", "First contributor", exact: true);
        await lead.FillAsync("E-mail address", "contributor@north-shire.example");
        await lead.ChooseAsync("Contributor");
        await lead.ChooseAsync("Head of Service");
        await lead.PressAsync("Invite");
        Assert.True(await lead.SeesAsync("Not yet accepted"));

        await using var contributor = await portal.VisitAsync();
        await contributor.AcceptInvitationAsync((await portal.Data.LastMailToAsync("contributor@north-shire.example")).Path);
        await contributor.SignInAsync("contributor@north-shire.example");
        Assert.Contains("/north-shire/updates/mine", contributor.Page.Url, StringComparison.Ordinal);

        await lead.GoAsync("/north-shire/plans/new");
        await lead.FillAsync("What is the plan called?", "North Shire improvement plan");
        await lead.PressFirstAsync("Start");
        await lead.GoAsync("/north-shire/aims/new");
        await lead.FillAsync("Number", "1", exact: true);
        await lead.FillAsync("What does the partnership want to achieve?", "Every child is listened to");
        await lead.PressFirstAsync("Add");
        await lead.GoAsync("/north-shire/plan");
        Assert.True(await lead.SeesAsync("Every child is listened to"));
    }

    [Fact]
    public async Task Pages_AtPhoneWidthAndWithoutJavaScript_WorkAndFit()
    {
        await using var phone = await portal.VisitAsync(width: 375, javaScript: true);
        await phone.SignInAsync("lead@aberdeen.example");
        foreach (var path in new[] { "", "/plan", "/updates", "/measures", "/inspections", "/recommendations", "/evidence", "/reports", "/people", "/people/scrutiny", "/audit", "/periods" })
        {
            Assert.Equal(200, await phone.GoAsync($"/aberdeen{path}"));
        }

        await using var plain = await portal.VisitAsync(javaScript: false);
        await plain.SignInAsync("reader@aberdeen.example");
        Assert.Contains("/aberdeen", plain.Page.Url, StringComparison.Ordinal);
    }

    private static async Task LeadReadsAndEditsAsync(Visitor lead)
    {
        await lead.SignInAsync("lead@aberdeen.example");
        Assert.True(await lead.SeesAsync("Your tasks"));
        await lead.FollowAsync("Inspections");
        await lead.FollowAsync("Joint inspection of services");
        Assert.True(await lead.SeesAsync("QI 1.1"));
        await lead.FollowAsync("Plan");
        await lead.FollowAsync("Initial health assessments within 4 weeks");
        Assert.True(await lead.SeesAsync("50% by 30 September 2020"));

        await lead.FollowAsync("Add a step");
        await lead.FillAsync("What will be done?", "Tell the nursing team on the day a child is accommodated");
        await lead.FillAsync("Deadline", "31 December 2020");
        await lead.PressFirstAsync("Add");
        Assert.True(await lead.SeesAsync("Tell the nursing team on the day"));
    }

    private async Task ContributorWritesAsync()
    {
        await using var contributor = await portal.VisitAsync();
        await contributor.SignInAsync("contributor@aberdeen.example");
        Assert.Contains("/aberdeen/updates/mine", contributor.Page.Url, StringComparison.Ordinal);
        Assert.True(await contributor.SeesAsync("0 of 2 updates written"));

        await contributor.GoAsync("/aberdeen/plan");
        await contributor.FollowAsync("Regular data reports on outcomes for all groups of children");
        await contributor.FollowAsync("Add this quarter’s update");
        await contributor.ChooseAsync("At risk");
        await contributor.FillAsync("What has changed for children?", Said);
        await contributor.SelectAsync("Status", "In progress");
        await contributor.FillAsync("What help do you need?", "Two more data sources from health");
        await contributor.PressAsync("Save and add evidence");

        await contributor.FillAsync("Title", EvidenceTitle, exact: true);
        await contributor.SelectAsync("Type of evidence", "Data");
        await contributor.ChooseAsync("Official", exact: true);
        await contributor.Page.Locator("input[name=ProjectIds]").First.CheckAsync();
        await contributor.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "data-summary.csv",
            MimeType = "text/csv",
            Buffer = "quarter,children\nJul-Sep 2020,310\n"u8.ToArray(),
        });
        await Assertions.Expect(contributor.Page.Locator("input[name=UploadIds]")).ToHaveCountAsync(1);
        await contributor.PressAsync("Add evidence");
        Assert.True(await contributor.SeesAsync("Evidence added. Submit the update when it is ready."));
        Assert.Equal(Said, await contributor.Page.GetByLabel("What has changed for children?").First.InputValueAsync());

        await contributor.GoAsync("/aberdeen/plan");
        await contributor.FollowAsync("Regular data reports on outcomes for all groups of children");
        await contributor.FollowAsync("Add this quarter’s update");
        await contributor.PressAsync("Submit");
        Assert.True(await contributor.SeesAsync("1 of 2 updates written"));
    }

    private async Task LeadAcceptsReleasesAndSubmitsAsync(Visitor lead)
    {
        await lead.GoAsync("/aberdeen/updates");
        await lead.FollowAsync("Review 5.5");
        Assert.True(await lead.SeesAsync(Said));
        await lead.ChooseAsync("On track");
        await lead.FillAsync("Why have you changed the rating?", "The report is out and both sources have been promised");
        await lead.PressAsync("Accept");

        await portal.ScanEvidenceAsync();
        await lead.GoAsync("/aberdeen/evidence");
        await lead.FollowAsync(EvidenceTitle);
        await lead.FollowAsync("Release version 1");
        await lead.PressAsync("Release version 1");

        await lead.GoAsync("/aberdeen/updates");
        await lead.FollowAsync("Close for updates");
        await lead.PressAsync("Close for updates");
        await lead.GoAsync("/aberdeen/reports");
        await lead.FollowAsync("Prepare July to September 2020");
        await lead.PressAsync("Save and preview");
        await lead.PressAsync("Submit the quarter");
        Assert.True(await lead.SeesAsync("0 of 1"));
    }

    private async Task ChiefOfficerApprovesAsync()
    {
        await using var chief = await portal.VisitAsync();
        await chief.SignInAsync("chief@aberdeen.example");
        await chief.GoAsync("/aberdeen/reports");
        await chief.FollowAsync("Check and approve July to September 2020");
        Assert.True(await chief.SeesAsync("Two more data sources from health"));
        await chief.FollowAsync("Check and approve");
        Assert.True(await chief.SeesAsync("What is missing"));
        await chief.PressAsync("Approve the quarter");
        Assert.True(await chief.SeesAsync("1 of 1"));
    }

    private static async Task LinkOfficerReadsAsync(Visitor officer)
    {
        await officer.SignInAsync("link@careinspectorate.example");
        Assert.Contains("/inspect", officer.Page.Url, StringComparison.Ordinal);
        await officer.FollowAsync("Aberdeen City");
        await officer.GoAsync("/aberdeen/reports");
        await officer.FollowAsync("July to September 2020");
        Assert.True(await officer.SeesAsync(Said));
        Assert.False(await officer.SeesAsync("Two more data sources from health"));

        await officer.GoAsync("/aberdeen/evidence");
        await officer.FollowAsync(EvidenceTitle);
        var download = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.GetByRole(AriaRole.Link, new() { Name = "data-summary.csv" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        Assert.Equal(SHA256.HashData("quarter,children\nJul-Sep 2020,310\n"u8), await SHA256.HashDataAsync(stream));

        Assert.Equal(404, await officer.GoAsync("/aberdeen/updates"));
        Assert.Equal(404, await officer.GoAsync("/aberdeen/people"));
        Assert.Equal(404, await officer.GoAsync("/aberdeen/projects/new"));
    }

    private static async Task LeadSeesWhoReadAndTakesAccessBackAsync(Visitor lead, Visitor officer)
    {
        await lead.GoAsync("/aberdeen/people/access-log");
        Assert.True(await lead.SeesAsync("Report: July to September 2020"));
        Assert.True(await lead.SeesAsync("downloaded"));
        await lead.GoAsync("/aberdeen/people/scrutiny");
        await lead.PressFirstAsync("Revoke");

        Assert.Equal(404, await officer.GoAsync("/aberdeen/reports"));
    }

    private async Task OthersFindNothingAsync()
    {
        await using var other = await portal.VisitAsync();
        await other.SignInAsync("lead@derby.example");
        Assert.Equal(404, await other.GoAsync("/aberdeen/plan"));
        var theirs = Stable(await other.Page.ContentAsync());
        Assert.Equal(404, await other.GoAsync("/nobody/plan"));
        Assert.Equal(theirs, Stable(await other.Page.ContentAsync()));
    }

    /// <summary>The page without the field that differs each time it is made.</summary>
    private static string Stable(string html) => Regex.Replace(html, "value=\"[^\"]*\"", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(1));
}
