using System.Net;
using System.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>What a scrutiny body reads of a quarter, and what it never does.</summary>
public sealed class GetPublishedReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Secrets =
    [
        "SecretHelp", "SecretProposed", "SecretReason", "SecretNotRated", "SecretStatus", "SecretReview", "SecretUnaccepted", "SecretEvidence", "SecretPerson", "SecretReturn",
    ];

    [Theory]
    [InlineData(GrantScope.ApprovedReports)]
    [InlineData(GrantScope.LivePlan)]
    public async Task Get_Approved_ShowsTheScrutinyEditionAndNothingElse(GrantScope scope)
    {
        var steps = await MakeApprovedAsync();
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, scope);
        var client = steps.As(officer.Person);

        var page = (await client.GetPageAsync(steps.Report)).ShouldBeOk();
        var bytes = await client.GetByteArrayAsync(new Uri($"{steps.Report}/snapshot", UriKind.Relative));
        var list = (await client.GetPageAsync($"/{steps.Partnership.Slug}/reports")).ShouldBeOk();

        Assert.Equal((await steps.PublishedAsync())!.ScrutinyEdition, bytes);
        Assert.Equal(CanonicalJson.Hash(bytes), page.Find(".p-hash code").TextContent);
        Assert.Contains("OpenEvidence", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Update {steps.Partnership.Canary}", page.Text, StringComparison.Ordinal);
        Assert.Contains("July to September 2020", list.Text, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, page.Html + list.Html + Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
        Assert.Equal(scope == GrantScope.LivePlan, page.Html.Contains($"/projects/{steps.Plan.ProjectIds[0]}", StringComparison.Ordinal));
        Assert.DoesNotContain("Decisions sought", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_Full_HoldsTheEditionsHashAndTheSecretsThatSignersRead()
    {
        var steps = await MakeApprovedAsync();
        var full = await steps.DownloadAsync(steps.Partnership.Chief);
        var text = Encoding.UTF8.GetString(full);
        var published = await steps.PublishedAsync();

        Assert.Contains(CanonicalJson.Hash(published!.ScrutinyEdition), text, StringComparison.Ordinal);
        Assert.Contains("SecretHelp", text, StringComparison.Ordinal);
        Assert.Contains("SecretEvidence", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SecretUnaccepted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SecretReview", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Edition_Fields_AreAListOfItsOwn()
    {
        // Whoever adds a field to the snapshot decides here whether a scrutiny body may read it.
        string[] inside =
        [
            "SubmittedBy", "ScrutinyEditionSha256", "StatusReason", "RatingProposed", "NotRatedReason", "RatingChangedReason", "HelpNeeded", "AcceptedBy",
            "AcceptedOwn", "AcceptedAt", "WrittenBySigner", "IsRatingChanged", "OpenTexts",
            "IsSummaryOpen", "LeftOut", "Decisions", "Columns", "Cells", "IsNotAccepted", "MustSign",
        ];
        (Type Full, Type Edition)[] pairs =
        [
            (typeof(QuarterSnapshot), typeof(ScrutinyEdition)), (typeof(SnapshotAim), typeof(ScrutinyAim)),
            (typeof(SnapshotProject), typeof(ScrutinyProject)), (typeof(SnapshotUpdate), typeof(ScrutinyUpdate)),
        ];

        Assert.Equal(inside.Order(), pairs.SelectMany(p => Names(p.Full).Except(Names(p.Edition))).Order());
        Assert.All(pairs, p => Assert.Empty(Names(p.Edition).Except(Names(p.Full))));

        static IEnumerable<string> Names(Type type) => type.GetProperties().Select(p => p.Name);
    }

    [Fact]
    public async Task Get_NotApproved_Is404()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);
        var client = steps.As(officer.Person);

        foreach (var path in new[] { "", "/snapshot", "/submit", "/return" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(steps.Report + path)).Status);
        }
    }

    [Fact]
    public async Task Get_PlanWithoutAGrant_Is404AndNotListed()
    {
        var steps = await MakeApprovedAsync();
        var other = await portal.Data.InTenantAsync(steps.Partnership.Id, database =>
        {
            var plan = new Plan { Title = "Another plan" };
            database.Add(plan);
            return Task.FromResult(plan.Id);
        });
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan with { Id = other }, GrantScope.LivePlan);
        var client = steps.As(officer.Person);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(steps.Report)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"{steps.Report}/snapshot")).Status);
        Assert.DoesNotContain("July to September", (await client.GetPageAsync($"/{steps.Partnership.Slug}/reports")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Evidence_UnderApprovedReports_IsWhatThePublishedReportListsAndNoMore()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var (partnership, plan) = (steps.Partnership, steps.Plan);
        var listed = await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Listed in the report", released: true);
        var kept = await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Kept by the partnership", released: false);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await steps.ApproveAsync(partnership.Chief)).Status);
        var later = await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Released afterwards", released: true);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.ApprovedReports);
        var client = steps.As(officer.Person);

        var page = (await client.GetPageAsync($"/{partnership.Slug}/evidence")).ShouldBeOk();

        Assert.NotNull(page.Document.QuerySelector($"a[href='/{partnership.Slug}/evidence/{listed}']"));
        Assert.Contains("1.1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Note Listed in the report", (await client.GetPageAsync($"/{partnership.Slug}/evidence/{listed}")).ShouldBeOk().Text, StringComparison.Ordinal);
        foreach (var hidden in new[] { kept, later })
        {
            Assert.Null(page.Document.QuerySelector($"a[href='/{partnership.Slug}/evidence/{hidden}']"));
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/evidence/{hidden}")).Status);
        }
    }

    [Fact]
    public async Task Get_Approved_IsWrittenToTheAccessLogInWords()
    {
        var steps = await MakeApprovedAsync();
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.ApprovedReports);
        await steps.As(officer.Person).GetPageAsync(steps.Report);

        var entry = await portal.Data.InTenantAsync(steps.Partnership.Id, database => database.AccessEntries.SingleAsync());

        Assert.Equal(("Report: July to September 2020", officer.Person.Id), (entry.What, entry.UserId));
    }

    private async Task<QuarterSteps> MakeApprovedAsync()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var (partnership, plan) = (steps.Partnership, steps.Plan);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            var person = new LeadResponsibility { Name = "SecretPerson", Kind = ResponsibilityKind.Person };
            database.Add(person);
            database.Add(new ProjectLead { ProjectId = plan.ProjectIds[0], LeadResponsibility = person, Position = 2 });
            return Task.FromResult(true);
        });
        await portal.Data.AcceptUpdateAsync(partnership, plan, plan.ProjectIds[0], u =>
        {
            (u.HelpNeeded, u.RagProposed, u.RagChangedReason, u.NotRatedReason) = ("SecretHelp", "SecretProposed", "SecretReason", "SecretNotRated");
            (u.StatusReason, u.ReviewComment, u.SlipReason) = ("SecretStatus", "SecretReview", "Coronavirus");
        });
        await portal.Data.AcceptUpdateAsync(partnership, plan, plan.ProjectIds[1], u =>
        {
            (u.State, u.SlipReason) = (UpdateState.Submitted, "SecretUnaccepted");
            u.Entries.Add(new UpdateEntry { ProjectId = plan.ProjectIds[1], Text = "SecretUnaccepted" });
        });
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "SecretEvidence", released: false);
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "OpenEvidence", released: true);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ReturnAsync(partnership.Chief, "SecretReturn");
        await steps.SubmitAsync();
        await steps.ApproveAsync(partnership.Chief);
        return steps;
    }
}
