using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>Every text of a report, for who signs it and for who reads it, against what the database held when it was submitted.</summary>
public sealed class EverySentenceOfAReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>Headings, buttons and advice: texts that state no fact, and the seal, which other tests compare.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "Report for the chief officer group", "Print Download as Word Download as one web page",
        "To keep it as PDF, print this page and choose “Save as PDF” as the printer.", "Key to ratings", "No update received", "Summary",
        "Decisions sought", "Exceptions", "Project", "Rating", "Reason and what is being done", "Forecast", "Approval", "Approved",
        "Check the seal", "SHA-256 checksum of this version:", "Download this version (JSON)", "Movement since last quarter", "No.",
        "Before", "Now", "Moved", "Deadline", "Why", "Measures with signals", "Ratings that did not match the dates or figures", "Figures",
        "Measures with figures", "For", "Measure", "Last figure", "Targets", "Evidence added", "Title", "Type of evidence", "Proves",
        "Released", "Coverage", "Which work answers each recommendation", "Recommendation", "Answered by", "Full table",
        "All projects of the plan, as submitted", "Led by", "Status", "Update", "On track", "At risk", "Off track", "Not rated",
        "On course to meet its deadline and make the intended difference.", "No one has rated this yet",
        "May miss its deadline or its aim, but its leads can put it right.",
        "Will miss its deadline or its aim unless chief officers act.", "Check and approve Return with comments",
        "Record that you do not agree", "Are you away? Name a delegate who decides for you",
        "You can check what is missing and who will read it before your approval counts. If you return it, it goes back to the partnership lead.",
    };

    [Fact]
    public async Task Get_SecondQuarter_SaysWhatTheDatabaseHoldsAndNoMore()
    {
        var (first, second) = await MakeAsync();
        var here = second.Partnership;
        var link = await portal.Data.CreateOfficerAsync(here, first.Plan, GrantScope.ApprovedReports);

        await CheckAsync(first, second, here.Reader, $"Chief {here.Canary}[chief]. Not approved yet");
        await CheckAsync(first, second, here.Chief, $"Chief {here.Canary}[chief]. Waiting for you");
        await second.ApproveAsync(here.Chief);
        await CheckAsync(first, second, here.Reader, Compared);
        await CheckAsync(first, second, link.Person, Compared);
    }

    private const string Compared = "What changed since July to September 2020 What changed since the plan was first agreed";

    private async Task CheckAsync(QuarterSteps first, QuarterSteps second, TestPerson person, string more)
    {
        var facts = await ReportFacts.ReadAsync(portal, second, first);
        facts.IsForScrutiny = !second.Partnership.People.Values.Contains(person);
        var page = (await second.As(person).GetPageAsync(second.Report)).ShouldBeOk();
        var name = await portal.Data.OnPlatformAsync(d => d.Users.Where(u => u.Id == person.Id).Select(u => u.DisplayName).SingleAsync());
        var hash = facts.IsForScrutiny
            ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(facts.Submission.ScrutinyEdition))
            : facts.Submission.Sha256;
        var seal = string.Join(' ', hash[..12].Chunk(4).Select(c => new string(c)));
        var plan = await portal.Data.InTenantAsync(second.Partnership.Id, d => d.Plans.Select(p => p.Title).SingleAsync());
        PageSentences.ShouldBe(
            page, Labels,
            [
                .. facts.Say(), more.Replace("[chief]", facts.Chief, StringComparison.Ordinal), $"Seal {seal}", hash,
                .. facts.IsForScrutiny ? [$"Approved report, {plan}"] : Array.Empty<string>(),
                $"{second.Partnership.Name}. As at {DateTime.UtcNow:d MMMM yyyy}. "
                    + (facts.IsForScrutiny ? $"Version 1. Seal {seal}." : $"Seal {seal}. Printed by {name}."),
            ]);
    }

    /// <summary>Two quarters of six projects; the first approved, the second with the chief officers.</summary>
    private async Task<(QuarterSteps First, QuarterSteps Second)> MakeAsync()
    {
        var first = await QuarterSteps.MakeAsync(portal, projects: 6);
        var (here, plan) = (first.Partnership, first.Plan);
        await RateAsync(first, 0, "on-track");
        await RateAsync(first, 1, "at-risk");
        await RateAsync(first, 2, "off-track");
        await RateAsync(first, 3, "on-track");
        await portal.Data.GiveFiguresAsync(here, plan.MeasureIds[0], MeasureDirection.Down);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Audit of files", released: true);
        await portal.Data.InTenantAsync(
            here.Id, async d => d.Add(new Recommendation { InspectionId = plan.InspectionId, Number = "2", Text = "Nothing answers this" }));
        await first.CloseAsync();
        await first.SubmitAsync();
        await first.ApproveAsync(here.Chief);

        var second = new QuarterSteps(portal, here, plan, await portal.Data.CreateNextPeriodAsync(here, plan));
        await RateAsync(second, 0, "at-risk");
        await RateAsync(second, 2, "at-risk");
        await RateAsync(second, 3, "on-track", u => u.HelpNeeded = "Fund a second post. The first is full.");
        await RateAsync(second, 4, "on-track", u => u.State = UpdateState.Submitted);
        await portal.Data.SlipAsync(here, plan.ProjectIds[1], "31 March 2021", "Recruitment failed");
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[1], "Views of families", released: false);
        await second.CloseAsync();
        await second.PrepareAsync(("Summary", "A hard quarter."));
        await second.SubmitAsync();
        return (first, second);
    }

    private Task<Guid> RateAsync(QuarterSteps steps, int project, string rating, Action<ProgressUpdate>? change = null) =>
        portal.Data.AcceptUpdateAsync(
            steps.Partnership, steps.Plan, steps.Plan.ProjectIds[project],
            u =>
            {
                (u.RagProposed, u.RagAccepted) = (rating, rating);
                change?.Invoke(u);
            },
            steps.PeriodId);
}
