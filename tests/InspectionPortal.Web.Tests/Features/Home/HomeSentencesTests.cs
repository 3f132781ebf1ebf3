using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Home;

/// <summary>Every text of home, for every role and state of a quarter, against what the database holds.</summary>
public sealed class HomeSentencesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateOnly Today = new(2020, 10, 27);

    /// <summary>Headings, buttons and advice: texts that state no fact.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "Set up the partnership", "What is done", "Give the inspectorate access", "Give access",
        "No one outside the partnership can read anything yet", "Say who holds each responsibility1 lead, each with someone assigned",
        "Set the reporting calendarSet, or a period is open", "Invite people3 other people here or invited", "Your tasks",
        "You have no tasks at the moment. Read the plan or the reports.", "Plan progress", "Coming up", "Recent activity", "All changes",
    };

    [Theory]
    [InlineData(PeriodState.Open)]
    [InlineData(PeriodState.WithLead)]
    [InlineData(PeriodState.Submitted)]
    public async Task Get_KnownQuarter_SaysWhatTheDatabaseHoldsAndNoMore(PeriodState state)
    {
        var partnership = await MakeAsync(state);
        var facts = await HomeFacts.ReadAsync(portal, partnership, Today);
        foreach (var (role, person) in partnership.People)
        {
            var page = (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}")).ShouldBeOk();

            PageSentences.ShouldBe(page, Labels, facts.For(role));
        }
    }

    /// <summary>
    /// Six projects: four past their deadline, one done without evidence, one without a lead; updates waiting, sent back and
    /// accepted; a signal, a note that is not released, a late sub-action, a recommendation without work.
    /// </summary>
    private async Task<TestPartnership> MakeAsync(PeriodState state)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = Today);
        var plan = await portal.Data.CreatePlanAsync(partnership, 6);
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted, "a");
        await portal.Data.CreateUpdateToReadAsync(
            partnership, plan, plan.ProjectIds[1], UpdateState.Submitted, "b", u => u.ReviewComment = "Say more");
        await portal.Data.CreateUpdateToReadAsync(
            partnership, plan, plan.ProjectIds[2], UpdateState.SentBack, "c", u => u.ReviewComment = "Which month?");
        await portal.Data.AcceptUpdateAsync(partnership, plan, plan.ProjectIds[3]);
        await portal.Data.GiveFiguresAsync(partnership, plan.MeasureIds[0], MeasureDirection.Down);
        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Audit", released: false);
        await portal.Data.InTenantAsync(partnership.Id, async d =>
        {
            var fifth = await d.Projects.SingleAsync(p => p.Id == plan.ProjectIds[4]);
            (fifth.Deadline, fifth.Status) = (DeadlineParser.Parse("1 December 2020"), ProjectStatus.DoneAwaitingEvidence);
            var sixth = await d.Projects.SingleAsync(p => p.Id == plan.ProjectIds[5]);
            sixth.Deadline = DeadlineParser.Parse("20 November 2020");
            d.RemoveRange(d.ProjectLeads.Where(l => l.ProjectId == sixth.Id));
            (await d.SubActions.SingleAsync(s => s.ProjectId == sixth.Id)).Deadline = DeadlineParser.Parse("9 October 2020");
            d.Add(new Recommendation { InspectionId = plan.InspectionId, Number = "2", Text = "Nothing answers this" });
            return true;
        });
        await portal.Data.AdvancePeriodAsync(partnership, plan.PeriodId, state);
        await portal.Data.RunAsync(partnership.Id, async (database, services) =>
        {
            var origin = (Web.Data.Interceptors.ChangeOrigin)services.GetService(typeof(Web.Data.Interceptors.ChangeOrigin))!;
            (origin.UserId, origin.Command) = (partnership.Lead.Id, "EditProject");
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Impact = "Children are seen sooner";
            return true;
        });
        return partnership;
    }
}
