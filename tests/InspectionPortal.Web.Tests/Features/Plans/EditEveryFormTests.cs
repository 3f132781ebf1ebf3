using System.Net;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>Walks every form of the plan with good and bad input.</summary>
public sealed class EditEveryFormTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    public static TheoryData<string> Names => [.. EditForms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_Valid_SavesOnceHoweverOftenSent(string name)
    {
        var (form, tenant, ids) = await ArrangeAsync(name);
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}{form.Path(ids)}")).ShouldBeOk();
        var before = await WrittenAsync(tenant);

        var first = await page.SubmitAsync(Form, Fields(form.Valid(ids)));
        Assert.True(first.Status == HttpStatusCode.Redirect, $"{first.Status} {string.Join(' ', first.Errors)} {first.Text}");
        var once = await WrittenAsync(tenant);
        var second = await page.SubmitAsync(Form, Fields(form.Valid(ids)));

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.True(once > before, "Nothing was written.");
        Assert.Equal(once, await WrittenAsync(tenant));
        var notice = (await client.OpenAsync(second.Location!)).ShouldBeOk().Find(".p-done, .govuk-notification-banner").TextContent;
        Assert.Equal(form.IsNew, notice.Contains("You sent this form before", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_BadInput_SaysSoBesideTheFieldKeepsItAndWritesNothing(string name)
    {
        var (form, tenant, ids) = await ArrangeAsync(name);
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}{form.Path(ids)}")).ShouldBeOk();
        var before = await WrittenAsync(tenant);
        var bad = form.Required.Select(f => (Field: f, Value: ""))
            .Concat(form.Long.Select(l => (l.Field, Value: new string('x', l.Length))))
            .Concat(form.Wrong);

        foreach (var (field, value) in bad)
        {
            var answer = await page.SubmitAsync(Form, Fields([.. form.Valid(ids).Where(v => v.Field != field), (field, value)]));

            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{field}={value[..Math.Min(20, value.Length)]}: {answer.Status} {answer.Location}");
            Assert.True(answer.Errors.Count > 0, $"{field}: no message in the summary");
            var control = answer.Document.QuerySelectorAll($"[name='{field}']").FirstOrDefault(e => e.GetAttribute("type") != "hidden");
            Assert.True(control?.Closest(".govuk-form-group--error")?.QuerySelector(".govuk-error-message") is not null, $"{field}: no message beside it\n{answer.Text}");
            if (control is AngleSharp.Html.Dom.IHtmlInputElement { Type: "text" } or AngleSharp.Html.Dom.IHtmlTextAreaElement)
            {
                Assert.Equal(value, (control as AngleSharp.Html.Dom.IHtmlInputElement)?.Value ?? ((AngleSharp.Html.Dom.IHtmlTextAreaElement)control).Value);
            }
        }

        Assert.Equal(before, await WrittenAsync(tenant));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_IdOfAnotherPartnership_IsAnsweredAsAnUnknownOne(string name)
    {
        var (form, tenant, ids) = await ArrangeAsync(name);
        var (_, other, foreign) = await ArrangeAsync(name);
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}{form.Path(ids)}")).ShouldBeOk();
        var (before, beforeOther) = (await WrittenAsync(tenant), await WrittenAsync(other));

        foreach (var (field, prefix, foreignId) in form.References)
        {
            var rest = form.Valid(ids).Where(v => v.Field != field).ToList();
            var theirs = await page.SubmitAsync(Form, Fields([.. rest, (field, prefix + foreignId(foreign))]));
            var unknown = await page.SubmitAsync(Form, Fields([.. rest, (field, prefix + Guid.NewGuid())]));

            Assert.True(theirs.Status == HttpStatusCode.UnprocessableEntity, $"{field}: {theirs.Status} {theirs.Location}");
            Assert.Equal(unknown.Status, theirs.Status);
            Assert.Equal(unknown.Errors, theirs.Errors);
            Assert.DoesNotContain(other.Canary, theirs.Html, StringComparison.Ordinal);
        }

        if (form.Path(ids) != form.Path(foreign) && !form.Path(ids).Contains('?', StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{tenant.Slug}{form.Path(foreign)}")).Status);
            using var content = new FormUrlEncodedContent(TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Find(Form)));
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendFormAsync($"/{tenant.Slug}{form.Path(foreign)}", content)).Status);
        }

        Assert.Equal((before, beforeOther), (await WrittenAsync(tenant), await WrittenAsync(other)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_StaleVersion_KeepsWhatWasTypedAndWritesNothing(string name)
    {
        var (form, tenant, ids) = await ArrangeAsync(name);
        if (form.IsNew)
        {
            return;
        }

        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}{form.Path(ids)}")).ShouldBeOk();
        var (field, text) = form.Valid(ids).Last(v => page.Document.QuerySelector($"input[type=text][name='{v.Field}'], textarea[name='{v.Field}']") is not null);
        var values = form.Valid(ids).Where(v => v.Field != field).ToList();
        var others = await page.SubmitAsync(Form, Fields([.. values, (field, OtherText(text))]));
        Assert.True(others.Status == HttpStatusCode.Redirect, $"{others.Status} {others.Text}");
        var before = await WrittenAsync(tenant);

        var mine = await page.SubmitAsync(Form, Fields(form.Valid(ids)));

        Assert.True(mine.Status == HttpStatusCode.Conflict, $"{mine.Status} {mine.Location} {mine.Text}");
        Assert.Equal(text, mine.Find($"[name='{field}']") is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : mine.Find($"[name='{field}']").GetAttribute("value"));
        Assert.Contains(OtherText(text), mine.Find("section[aria-labelledby=conflict]").TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await WrittenAsync(tenant));

        var decided = await mine.SubmitAsync(Form);
        Assert.True(decided.Status == HttpStatusCode.Redirect, $"{decided.Status} {decided.Text}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_Html_IsShownAsText(string name)
    {
        const string Markup = "<script>alert('x')</script><b>bold</b>";
        var (form, tenant, ids) = await ArrangeAsync(name);
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}{form.Path(ids)}")).ShouldBeOk();
        var texts = page.Document.QuerySelectorAll($"{Form} input[type=text], {Form} textarea").Select(e => (e.GetAttribute("name")!, (string?)Markup)).ToArray();

        var answer = await page.SubmitAsync(Form, [.. texts, (form.IsNew ? "Id" : "Version", "x")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.DoesNotContain("<script>alert", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bold", answer.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Any_WithoutThePermission_IsRefused(string name)
    {
        var (form, tenant, ids) = await ArrangeAsync(name);
        var path = $"/{tenant.Slug}{form.Path(ids)}";
        var officer = await portal.Data.CreateOfficerAsync(tenant, ids.Plan, GrantScope.LivePlan);
        using var lead = portal.ClientFor(tenant.Lead);
        var before = await WrittenAsync(tenant);
        foreach (var (person, expected) in new[]
        {
            (tenant.Contributor, HttpStatusCode.Forbidden), (tenant.Chief, HttpStatusCode.Forbidden), (tenant.Reader, HttpStatusCode.Forbidden),
            (officer.Person, HttpStatusCode.NotFound), ((await portal.Data.CreatePersonAsync()), HttpStatusCode.NotFound),
        })
        {
            if (form.IsForHolders && person == tenant.Contributor)
            {
                continue;
            }

            using var client = portal.ClientFor(person);
            Assert.Equal(expected, (await client.GetPageAsync(path)).Status);
            var token = await TokenAsync(client);
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. form.Valid(ids).Select(f => KeyValuePair.Create(f.Field, f.Value))]);
            Assert.Equal(expected, (await client.SendFormAsync(path, content)).Status);
        }

        Assert.Equal(before, await WrittenAsync(tenant));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Get_Lead_AsksTheDatabaseAtMostSixteenTimes(string name)
    {
        var (form, tenant, ids) = await ArrangeAsync(name);
        using var client = portal.ClientFor(tenant.Lead);
        var path = $"/{tenant.Slug}{form.Path(ids)}";
        (await client.GetPageAsync(path)).ShouldBeOk();
        portal.Host.Commands.Reset();
        (await client.GetPageAsync(path)).ShouldBeOk();

        // The session is read beside EF and not counted; a form that needs nothing else sends none.
        Assert.InRange(portal.Host.Commands.Texts.Count, 0, 15);
    }

    private static async Task<string> TokenAsync(HttpClient client)
    {
        var page = await client.OpenAsync("/account");
        return page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
    }

    private static string OtherText(string text) => text switch
    {
        "95" => "96",
        "100" => "101",
        "Dec 2021" => "Nov 2021",
        _ => $"{text} also",
    };

    private static (string, string?)[] Fields(IEnumerable<(string Field, string Value)> fields) => [.. fields.Select(f => (f.Field, (string?)f.Value))];

    private async Task<(EditForm Form, TestPartnership Tenant, EditIds Ids)> ArrangeAsync(string name)
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        var ids = await portal.Data.InTenantAsync(tenant.Id, async database => new EditIds(
            plan,
            await database.DataPoints.Where(p => p.MeasureId == plan.MeasureIds[0]).Select(p => p.Id).FirstAsync(),
            await database.MeasureTargets.Where(t => t.MeasureId == plan.MeasureIds[0]).Select(t => t.Id).FirstAsync(),
            await database.TestsOfChange.Where(t => t.ProjectId == plan.ProjectIds[0]).Select(t => t.Id).FirstAsync()));
        return (EditForms.All[name], tenant, ids);
    }

    /// <summary>How much was written in the partnership: every change leaves an entry.</summary>
    private Task<int> WrittenAsync(TestPartnership tenant) => portal.Data.InTenantAsync(tenant.Id, database => database.AuditEntries.CountAsync());
}
