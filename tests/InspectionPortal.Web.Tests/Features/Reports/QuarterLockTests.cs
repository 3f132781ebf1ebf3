using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Reports;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>Every step from every state, by every role.</summary>
public sealed class QuarterLockTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public static TheoryData<PeriodState, PeriodState> Pairs()
    {
        var pairs = new TheoryData<PeriodState, PeriodState>();
        foreach (var from in Enum.GetValues<PeriodState>())
        {
            foreach (var to in Enum.GetValues<PeriodState>())
            {
                pairs.Add(from, to);
            }
        }

        return pairs;
    }

    public static TheoryData<PeriodState, string> Steps()
    {
        var steps = new TheoryData<PeriodState, string>();
        foreach (var from in Enum.GetValues<PeriodState>())
        {
            foreach (var step in new[] { "submit", "approve", "return", "dissent" })
            {
                steps.Add(from, step);
            }
        }

        return steps;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Become_AnyPair_FollowsTheDesign(PeriodState from, PeriodState to)
    {
        (PeriodState, PeriodState)[] drawn =
        [
            (PeriodState.Open, PeriodState.WithLead), (PeriodState.WithLead, PeriodState.Open), (PeriodState.WithLead, PeriodState.Submitted),
            (PeriodState.Submitted, PeriodState.Approved), (PeriodState.Submitted, PeriodState.WithLead),
        ];
        var period = new ReportingPeriod { Title = "x" };
        while (period.State != from)
        {
            period.Become(period.State + 1);
        }

        if (drawn.Contains((from, to)))
        {
            period.Become(to);
            Assert.Equal(to, period.State);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => period.Become(to));
        }
    }

    /// <summary>Each role in turn tries the step; whoever may not changes nothing, and only the drawn step moves the quarter.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Post_AnyStateAndRole_MovesOnlyAsDrawn(PeriodState from, string step)
    {
        var steps = await InStateAsync(from);
        var outsider = await portal.Data.CreatePersonAsync();
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);
        var administrator = await portal.Data.CreatePersonAsync(administrator: true);
        var allowedRole = step == "submit" ? PartnershipRole.PartnershipLead : PartnershipRole.ChiefOfficer;

        foreach (var person in new[] { outsider, officer.Person, administrator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await TryAsync(steps, person, step)).Status);
        }

        foreach (var (role, person) in steps.Partnership.People.Where(p => p.Key != allowedRole))
        {
            var page = await TryAsync(steps, person, step);
            Assert.True(page.Status == HttpStatusCode.Forbidden, $"{role}: {page.Status}");
        }

        Assert.Equal(from, await steps.StateAsync());
        var isDrawn = step == "submit" ? from == PeriodState.WithLead : from == PeriodState.Submitted;
        var outcome = await TryAsync(steps, steps.Partnership.People[allowedRole], step);

        Assert.Equal(isDrawn ? HttpStatusCode.Redirect : HttpStatusCode.Conflict, outcome.Status);
        Assert.Equal(isDrawn ? After(step) : from, await steps.StateAsync());
        if (!isDrawn)
        {
            Assert.NotEmpty(outcome.Errors.Single());
        }
    }

    [Theory]
    [InlineData(PeriodState.Open)]
    [InlineData(PeriodState.WithLead)]
    [InlineData(PeriodState.Submitted)]
    [InlineData(PeriodState.Approved)]
    public async Task Get_AnyStateAndRole_OffersOnlyWhatIsAllowed(PeriodState state)
    {
        var steps = await InStateAsync(state);
        foreach (var (role, person) in steps.Partnership.People)
        {
            var client = steps.As(person);
            var list = (await client.GetPageAsync($"/{steps.Partnership.Slug}/reports")).ShouldBeOk();
            var report = (await client.GetPageAsync(steps.Report)).ShouldBeOk();
            var submit = await client.GetPageAsync($"{steps.Report}/submit");
            var giveBack = await client.GetPageAsync($"{steps.Report}/return");

            Assert.Equal(state == PeriodState.Submitted && role == PartnershipRole.ChiefOfficer, report.Document.QuerySelector("a[href$='/approve']") is not null);
            Assert.Equal(
                state == PeriodState.WithLead && role == PartnershipRole.PartnershipLead,
                list.Html.Contains($"{steps.PeriodId}/prepare", StringComparison.Ordinal) && report.Html.Contains("/prepare",
                    StringComparison.Ordinal));
            Assert.Equal(submit.Status, (await client.GetPageAsync($"{steps.Report}/prepare")).Status);
            Assert.Equal(giveBack.Status, (await client.GetPageAsync($"{steps.Report}/dissent")).Status);
            Assert.Equal(role == PartnershipRole.PartnershipLead ? HttpStatusCode.OK : HttpStatusCode.Forbidden, submit.Status);
            Assert.Equal(role == PartnershipRole.ChiefOfficer ? HttpStatusCode.OK : HttpStatusCode.Forbidden, giveBack.Status);
            Assert.Equal(giveBack.Status, (await client.GetPageAsync($"{steps.Report}/approve")).Status);
            if (role == PartnershipRole.PartnershipLead)
            {
                Assert.Equal(state == PeriodState.WithLead, submit.Document.QuerySelector("#submit-quarter") is not null);
            }
        }
    }

    private async Task<QuarterSteps> InStateAsync(PeriodState state)
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        if (state >= PeriodState.WithLead)
        {
            await steps.CloseAsync();
        }

        if (state >= PeriodState.Submitted)
        {
            await steps.SubmitAsync();
        }

        if (state == PeriodState.Approved)
        {
            var second = await portal.Data.CreatePersonAsync();
            await portal.Data.AddRoleAsync(steps.Partnership, second, PartnershipRole.ChiefOfficer);
            await steps.ApproveAsync(second);
        }

        return steps;
    }

    private static async Task<TestPage> TryAsync(QuarterSteps steps, TestPerson person, string step) => step switch
    {
        "submit" => await steps.PostAsync(
            steps.As(person), step, (nameof(SubmitQuarter.Id), Guid.NewGuid().ToString()), (nameof(SubmitQuarter.Version), (await steps.VersionAsync()).ToString())),
        "approve" => await steps.ApproveAsync(person),
        "dissent" => await steps.DissentAsync(person),
        _ => await steps.ReturnAsync(person),
    };

    private static PeriodState After(string step) => step switch
    {
        "submit" or "dissent" => PeriodState.Submitted,
        "approve" => PeriodState.Approved,
        _ => PeriodState.WithLead,
    };
}
