using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>The steps of a quarter, as people take them.</summary>
internal sealed class QuarterSteps(PortalFixture portal, TestPartnership partnership, TestPlan plan, Guid? period = null)
{
    public Guid PeriodId { get; } = period ?? plan.PeriodId;

    public TestPartnership Partnership => partnership;

    public TestPlan Plan => plan;

    public string Report => $"/{partnership.Slug}/reports/{PeriodId}";

    public static async Task<QuarterSteps> MakeAsync(PortalFixture portal, int quorum = 1, int projects = 2)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.Quorum = quorum);
        var plan = await portal.Data.CreatePlanAsync(partnership, projects);
        return new QuarterSteps(portal, partnership, plan);
    }

    /// <summary>A quarter with one accepted update, submitted by the partnership lead.</summary>
    public static async Task<QuarterSteps> MakeSubmittedAsync(PortalFixture portal, int quorum = 1)
    {
        var steps = await MakeAsync(portal, quorum);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0]);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        return steps;
    }

    public Task CloseAsync() => portal.Data.AdvancePeriodAsync(partnership, PeriodId, PeriodState.WithLead);

    public HttpClient As(TestPerson person) => portal.ClientFor(person);

    public async Task<TestPage> SubmitAsync(TestPerson? person = null)
    {
        var form = await As(person ?? partnership.Lead).GetPageAsync($"{Report}/submit");
        return await form.ShouldBeOk().SubmitAsync("#submit-quarter");
    }

    public async Task<TestPage> ApproveAsync(TestPerson person, string? hash = null)
    {
        var client = As(person);
        return await PostAsync(client, "approve", ("Sha256", hash ?? await HashAsync()));
    }

    public async Task<TestPage> ReturnAsync(TestPerson person, string comment = "Say why it slipped", string? hash = null)
    {
        var client = As(person);
        return await PostAsync(client, "return", ("Sha256", hash ?? await HashAsync()), ("Comment", comment));
    }

    public async Task<TestPage> DissentAsync(TestPerson person, string comment = "The figures are too old", string? hash = null)
    {
        var client = As(person);
        return await PostAsync(client, "dissent", ("Sha256", hash ?? await HashAsync()), ("Comment", comment));
    }

    /// <summary>Saves the draft of the report as the partnership lead, with what the form shows but for these fields.</summary>
    public async Task<TestPage> PrepareAsync(params (string Name, string? Value)[] fields)
    {
        var form = await As(partnership.Lead).GetPageAsync($"{Report}/prepare");
        return await form.ShouldBeOk().SubmitAsync("#prepare-report", fields);
    }

    /// <summary>Posts to one of the quarter's addresses, form or no form.</summary>
    public async Task<TestPage> PostAsync(HttpClient client, string step, params (string Name, string? Value)[] fields)
    {
        var token = (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))]);
        return await client.SendFormAsync($"{Report}/{step}", content);
    }

    /// <summary>Hash of the newest submission; of nothing where there is none.</summary>
    public async Task<string> HashAsync() => (await SubmissionsAsync()).LastOrDefault()?.Sha256 ?? new string('0', 64);

    public Task<List<Submission>> SubmissionsAsync() => portal.Data.InTenantAsync(partnership.Id, database =>
        database.Submissions.AsNoTracking().Include(s => s.Approvals).ThenInclude(a => a.Records).Where(s => s.PeriodId == PeriodId)
            .OrderBy(s => s.Number).ToListAsync());

    public Task<PublishedReport?> PublishedAsync() => portal.Data.InTenantAsync(partnership.Id, database =>
        database.PublishedReports.AsNoTracking().FirstOrDefaultAsync(r => r.PeriodId == PeriodId));

    public Task<PeriodState> StateAsync() => portal.Data.InTenantAsync(partnership.Id, database =>
        database.ReportingPeriods.Where(p => p.Id == PeriodId).Select(p => p.State).FirstAsync());

    public Task<uint> VersionAsync() => portal.Data.InTenantAsync(partnership.Id, database =>
        database.ReportingPeriods.Where(p => p.Id == PeriodId).Select(p => p.Version).FirstAsync());

    public Task<byte[]> DownloadAsync(TestPerson person) => As(person).GetByteArrayAsync(new Uri($"{Report}/snapshot", UriKind.Relative));
}
