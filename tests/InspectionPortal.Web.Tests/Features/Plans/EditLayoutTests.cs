using System.Net;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>A partnership sets its own words and columns. Bad input of every field is walked with the other forms of the plan.</summary>
public sealed class EditLayoutTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Post_WordsAndColumns_ChangeThePlanOfThisPartnershipOnly()
    {
        var (here, _) = await MakeAsync();
        var (there, _) = await MakeAsync();
        using var client = portal.ClientFor(here.Lead);
        var page = await OpenAsync(client, here);

        var saved = await page.SubmitAsync(
            Form, ("StretchAim", "Theme"), ("Columns[1].Label", "What?"), ("Columns[2].Label", "Who?"), ("Columns[2].Group", "Answers"), ("Columns[2].Note", "By post."), ("Columns[0].Field", null));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var plan = (await client.GetPageAsync($"{here.PlanPath}?view=written")).ShouldBeOk();
        Assert.Equal(["What?", "Answers", "Deadline", "Status", "Rating", "Latest update", "Who?*"], PlanLayoutTests.Headers(plan));
        Assert.Contains("Theme 1.", plan.Text, StringComparison.Ordinal);
        Assert.Contains("By post.", plan.Text, StringComparison.Ordinal);
        Assert.Equal(PlanLayout.Default.Columns, (await StoredAsync(there)).Layout.Columns);
        Assert.Null((await StoredAsync(there)).Vocabulary.StretchAim);
    }

    [Fact]
    public async Task Post_Change_StandsInThePartnershipsAuditAndNotInThePlatforms()
    {
        var (here, _) = await MakeAsync();
        using var client = portal.ClientFor(here.Lead);
        var before = await portal.Data.OnPlatformAsync(database => database.PlatformAuditEntries.CountAsync());
        await (await OpenAsync(client, here)).SubmitAsync(Form, ("SubAction", "Step"), ("Columns[1].Label", "What shall we do?"));

        var entry = await portal.Data.InTenantAsync(here.Id, database => database.AuditEntries.SingleAsync(a => a.EntityType == nameof(Partnership)));
        Assert.Equal((AuditAction.Changed, "EditLayout", (Guid?)here.Lead.Id), (entry.Action, entry.Command, entry.UserId));
        Assert.Equal(before, await portal.Data.OnPlatformAsync(database => database.PlatformAuditEntries.CountAsync()));
        var words = AuditText.Changes(entry.Changes, AuditReading.Platform);
        Assert.Contains(words, w => w is { Field: "Columns of the plan", Before: "Number · What · Leads · Deadline · Status · Rating · Latest update" } && w.After!.Contains("What shall we do?", StringComparison.Ordinal));
        Assert.Contains(words, w => w is { Field: "Words of the plan", Before: null, After: "Step" });
    }

    [Fact]
    public async Task Post_Buttons_MoveAddAndRemoveColumnsWithoutSaving()
    {
        var (here, _) = await MakeAsync();
        using var client = portal.ClientFor(here.Lead);
        var page = await OpenAsync(client, here);

        page = (await page.SubmitAsync(Form, ("Columns[2].Label", "Who?"), ("More", "up-2"))).ShouldBeOk();
        Assert.Equal(["Number", "Leads", "What"], Fields(page).Take(3));
        Assert.Equal("Who?", page.Find("[name='Columns[1].Label']").GetAttribute("value"));
        Assert.Equal("up-1", page.Find("[autofocus]").GetAttribute("value"));
        Assert.StartsWith("No.Who?", string.Concat(page.Document.QuerySelectorAll(".p-layout__preview thead th").Select(t => t.TextContent.Trim())), StringComparison.Ordinal);
        page = (await page.SubmitAsync(Form, ("More", "down-0"))).ShouldBeOk();
        Assert.Equal(["Leads", "Number", "What"], Fields(page).Take(3));
        page = (await page.SubmitAsync(Form, ("More", "remove-1"))).ShouldBeOk();
        Assert.Equal(["Leads", "What", "Deadline", "Status", "Rating", "LatestUpdate"], Fields(page));
        page = (await page.SubmitAsync(Form, ("More", "column"))).ShouldBeOk();
        Assert.Equal("", Fields(page)[^1]);
        foreach (var nonsense in new[] { "up-0", "down-99", "remove--1", "remove-x", "nonsense", "up", "-" })
        {
            Assert.Equal(7, Fields((await page.SubmitAsync(Form, ("More", nonsense))).ShouldBeOk()).Count);
        }

        Assert.Equal(PlanLayout.Default.Columns, (await StoredAsync(here)).Layout.Columns);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Columns[6].Field", "Success"))).Status);
        Assert.Equal(
            [PlanField.Leads, PlanField.What, PlanField.Deadline, PlanField.Status, PlanField.Rating, PlanField.LatestUpdate, PlanField.Success],
            (await StoredAsync(here)).Layout.Columns.Select(c => c.Field));
    }

    [Fact]
    public async Task Post_NoWhatOrTooManyColumns_IsRefusedWithWordsThatHelp()
    {
        var (here, _) = await MakeAsync();
        using var client = portal.ClientFor(here.Lead);
        var page = await OpenAsync(client, here);
        var without = await page.SubmitAsync(Form, ("Columns[1].Field", "Success"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains(without.Errors, e => e.StartsWith("Add the column “What will be done”", StringComparison.Ordinal));
        var fields = Enum.GetNames<PlanField>().Take(15).Select((f, i) => ($"Columns[{i}].Field", (string?)f)).ToArray();
        var many = await page.SubmitAsync(Form, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.Status);
        Assert.Contains("Choose 14 columns or fewer: remove 1", many.Errors);
        var none = await page.SubmitAsync(Form, [.. Enumerable.Range(0, 7).Select(i => ($"Columns[{i}].Field", (string?)null))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Equal(PlanLayout.Default.Columns, (await StoredAsync(here)).Layout.Columns);
    }

    [Fact]
    public async Task Post_TwoAtOnce_ShowsBothAndLosesNeither()
    {
        var (here, _) = await MakeAsync();
        using var client = portal.ClientFor(here.Lead);
        var mine = await OpenAsync(client, here);
        var theirs = await OpenAsync(client, here);
        await theirs.SubmitAsync(Form, ("Columns[1].Label", "Their label"), ("Measure", "Count"));

        var conflict = await mine.SubmitAsync(Form, ("Columns[1].Label", "My label"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains(conflict.Document.QuerySelectorAll(".p-both"), b => b.TextContent.Contains("Their label", StringComparison.Ordinal) && b.TextContent.Contains("My label", StringComparison.Ordinal));
        Assert.Equal("My label", conflict.Find("[name='Columns[1].Label']").GetAttribute("value"));
        Assert.Equal("Their label", (await StoredAsync(here)).Layout.Columns[1].Label);
        Assert.Equal(HttpStatusCode.Redirect, (await conflict.SubmitAsync(Form)).Status);
        Assert.Equal("My label", (await StoredAsync(here)).Layout.Columns[1].Label);
    }

    private static List<string> Fields(TestPage page) =>
        [.. page.Document.QuerySelectorAll("select[name$='.Field']").Select(s => ((AngleSharp.Html.Dom.IHtmlSelectElement)s).Value ?? "")];

    private static async Task<TestPage> OpenAsync(HttpClient client, TestPartnership partnership) =>
        (await client.GetPageAsync($"/{partnership.Slug}/settings/words")).ShouldBeOk();

    private Task<Partnership> StoredAsync(TestPartnership partnership) =>
        portal.Data.OnPlatformAsync(database => database.Partnerships.AsNoTracking().SingleAsync(p => p.Id == partnership.Id));

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }
}
