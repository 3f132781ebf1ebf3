using InspectionPortal.Domain.Inspections;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Inspections;

/// <summary>The steps of a position statement, as people take them.</summary>
internal sealed class StatementSteps(PortalFixture portal, TestPartnership partnership, TestPlan plan)
{
    public const string Form = "form.p-form";
    public const string Well = "Children wait less than they did";
    public const string Known = "The audit of 40 files shows it";
    public const string Next = "We train the last two teams";

    public TestPartnership Partnership => partnership;

    public TestPlan Plan => plan;

    public string Recommendation => $"/{partnership.Slug}/recommendations/{plan.RecommendationId}";

    public static async Task<StatementSteps> MakeAsync(PortalFixture portal)
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return new StatementSteps(portal, partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    public Task<TestPage> PageAsync(TestPerson person) => portal.ClientFor(person).GetPageAsync(Recommendation);

    /// <summary>Writes a new draft through the form.</summary>
    public async Task<TestPage> WriteAsync(TestPerson person, string? well = Well, string asAt = "30 September 2020", string? grade = "good")
    {
        var form = (await portal.ClientFor(person).GetPageAsync($"{Recommendation}/statements/new")).ShouldBeOk();
        return await form.SubmitAsync(
            Form, ("AsAt", asAt), ("HowWell", well ?? ""), ("HowKnown", Known), ("WhatNext", Next), ("Grade", grade ?? ""));
    }

    public async Task<TestPage> OpenAsync(TestPerson person, string step = "edit") =>
        (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/statements/{(await NewestAsync()).Id}/{step}")).ShouldBeOk();

    public async Task<TestPage> ApproveAsync(TestPerson person) => await (await OpenAsync(person, "approve")).SubmitAsync(Form);

    public Task<List<PositionStatement>> AllAsync() => portal.Data.InTenantAsync(partnership.Id, database =>
        database.PositionStatements.AsNoTracking().OrderBy(s => s.Id).ToListAsync());

    public async Task<PositionStatement> NewestAsync() => (await AllAsync())[^1];
}
