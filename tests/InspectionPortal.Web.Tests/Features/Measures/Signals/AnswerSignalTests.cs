using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures.Signals;

public sealed class AnswerSignalTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Words = "Two teams joined in March, and it will take the summer";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_Answer_StandsOnceBesideItForEverybody(bool ofProject)
    {
        var (tenant, plan, path) = await MakeAsync(ofProject);
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        using var client = portal.ClientFor(tenant.Lead);
        var form = (await client.GetPageAsync($"{path}/answer")).ShouldBeOk();
        Assert.Contains("Getting worse", form.Find(".govuk-inset-text").TextContent, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("form.p-form", ("Text", Words))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("form.p-form", ("Text", Words))).Status);

        var kept = Assert.Single(await AnswersAsync(tenant));
        Assert.Equal(
            (Words, ofProject ? SignalAnswerKind.Disagreement : SignalAnswerKind.Signal, tenant.Lead.Id, new DateOnly(2020, 1, 31)), (kept.Text, kept.Kind, kept.ByUserId, kept.FiguresTo));
        foreach (var person in new[] { tenant.Lead, tenant.Reader, officer.Person })
        {
            var page = (await portal.ClientFor(person).GetPageAsync(path)).ShouldBeOk();
            Assert.Contains(Words, page.Find("#signal-answers").TextContent, StringComparison.Ordinal);
            Assert.Equal(person == tenant.Lead, page.Document.QuerySelector("main a[href$='/answer']") is not null);
        }

        Assert.Contains(Words, (await client.GetPageAsync($"{path}/answer")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter your answer")]
    [InlineData("too long", "1,000 characters")]
    public async Task Post_BadWords_AreRefusedBesideTheField(string text, string message)
    {
        var (tenant, _, path) = await MakeAsync(ofProject: true);
        var form = await portal.ClientFor(tenant.Lead).GetPageAsync($"{path}/answer");

        var answer = await form.SubmitAsync("form.p-form", ("Text", text == "too long" ? new string('x', 1001) : text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Find("#Text-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(await AnswersAsync(tenant));
    }

    [Fact]
    public async Task Post_WhenTheFiguresChangedMeanwhile_AsksToReadAgain()
    {
        var (tenant, plan, path) = await MakeAsync(ofProject: false);
        var form = await portal.ClientFor(tenant.Lead).GetPageAsync($"{path}/answer");
        await portal.Data.GiveFiguresAsync(tenant, plan.MeasureIds[0], MeasureDirection.Up);

        var answer = await form.SubmitAsync("form.p-form", ("Text", Words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("The figures have changed since you opened this page", answer.Find("#Text-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Improving", answer.Find(".govuk-inset-text").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await answer.SubmitAsync("form.p-form")).Status);
    }

    [Fact]
    public async Task Post_WithNothingToAnswer_SaysSo()
    {
        var (tenant, plan, _) = await MakeAsync(ofProject: false);
        await portal.Data.GiveFiguresAsync(tenant, plan.MeasureIds[0], MeasureDirection.Up, [5, 6, 5]);
        var form = (await portal.ClientFor(tenant.Lead).GetPageAsync($"/{tenant.Slug}/measures/{plan.MeasureIds[0]}/answer")).ShouldBeOk();

        var answer = await form.SubmitAsync("form.p-form", ("Text", Words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("nothing to answer", answer.Find("#Text-error").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_ByAnyoneElse_IsRefused(bool ofProject)
    {
        var (tenant, plan, path) = await MakeAsync(ofProject);
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        foreach (var (person, expected) in new[] { (tenant.Contributor, HttpStatusCode.Forbidden), (tenant.Reader, HttpStatusCode.Forbidden), (officer.Person, HttpStatusCode.NotFound) })
        {
            Assert.Equal(expected, (await portal.ClientFor(person).GetPageAsync($"{path}/answer")).Status);
        }
    }

    private Task<List<SignalAnswer>> AnswersAsync(TestPartnership tenant) =>
        portal.Data.InTenantAsync(tenant.Id, database => database.SignalAnswers.AsNoTracking().Where(a => !a.Text.Contains(tenant.Canary)).ToListAsync());

    private async Task<(TestPartnership Tenant, TestPlan Plan, string Path)> MakeAsync(bool ofProject)
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(tenant);
        await portal.Data.GiveFiguresAsync(tenant, plan.MeasureIds[0], MeasureDirection.Down);
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            var project = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]);
            (project.Rag, project.Deadline) = ("on-track", DeadlineParser.Parse("31 December 2020"));
            return true;
        });
        return (tenant, plan, $"/{tenant.Slug}/{(ofProject ? $"projects/{plan.ProjectIds[0]}" : $"measures/{plan.MeasureIds[0]}")}");
    }
}
