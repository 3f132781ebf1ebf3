using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Updates;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Quarters: opened, answered by the contributors, accepted by the lead, reported and approved.</summary>
internal sealed class QuarterHistory(QuartersSeed quarters, UpdatesSeed updates, string plan)
{
    private const string Lead = "lead";

    /// <summary>Updates come in over so many days after the quarter opens.</summary>
    private const int DaysToAnswer = 17;

    /// <summary>In the quarter that is open, they have come in over so many.</summary>
    private const int DaysSoFar = 8;

    public IEnumerable<HistoryEvent> Events() => quarters.Quarters.SelectMany((quarter, at) => Events(quarter, at));

    private IEnumerable<HistoryEvent> Events(QuarterSeed quarter, int at)
    {
        var opens = SeedText.Date(quarter.OpensOn);
        yield return new HistoryEvent(HistoryDays.At(opens, 7), stage => OpenAsync(stage, quarter));
        var given = updates.Projects.Select((p, i) => (Project: p, Update: p.Quarters.ElementAtOrDefault(at), Order: i)).ToList();
        foreach (var (project, update, order) in given.Where(g => g.Update is not null))
        {
            var day = opens.AddDays(1 + (order * 7 % (quarter.Report is null ? DaysSoFar : DaysToAnswer)));
            var one = new UpdateHistory(plan, quarter.Title, project, update!);
            yield return new HistoryEvent(HistoryDays.At(day, 9, order * 5), one.WriteAsync);
            yield return new HistoryEvent(HistoryDays.At(day.AddDays(1), 15, order * 3), one.ReviewAsync);
        }

        foreach (var happened in quarter.Report is { } report ? Close(quarter, report) : [])
        {
            yield return happened;
        }
    }

    private IEnumerable<HistoryEvent> Close(QuarterSeed quarter, ReportSeed report)
    {
        var due = SeedText.Date(quarter.DueOn);
        yield return new HistoryEvent(HistoryDays.At(due, 12), stage => MarkStepsAsync(stage, quarter));
        yield return new HistoryEvent(HistoryDays.At(due.AddDays(3), 10), stage => CloseAsync(stage, quarter));
        foreach (var happened in new ReportHistory(plan, quarter.Title, report).Events(quarter.SubmittedOn!))
        {
            yield return happened;
        }

        yield return new HistoryEvent(
            HistoryDays.At(SeedText.Date(report.Approved.Values.Max(StringComparer.Ordinal)!).AddDays(2), 10),
            stage => RedateAsync(stage, quarter));
    }

    private async Task OpenAsync(HistoryStage stage, QuarterSeed quarter) => await stage.SendAsync(Lead, new OpenPeriod
    {
        Id = Guid.CreateVersion7(),
        PlanId = await stage.Find.PlanAsync(plan),
        Title = quarter.Title,
        From = quarter.From,
        To = quarter.To,
        OpensOn = quarter.OpensOn,
        DueOn = quarter.DueOn,
        MeetingOn = quarter.MeetingOn,
    });

    private async Task CloseAsync(HistoryStage stage, QuarterSeed quarter) => await stage.SendAsync(
        Lead, new ClosePeriod((await stage.Find.PeriodAsync(await stage.Find.PlanAsync(plan), quarter.Title)).Id));

    private async Task MarkStepsAsync(HistoryStage stage, QuarterSeed quarter)
    {
        foreach (var (step, status) in quarter.Begun.Select(s => (s, ProjectStatus.InProgress))
            .Concat(quarter.Done.Select(s => (s, ProjectStatus.DoneAwaitingEvidence))))
        {
            await MarkAsync(stage, step, status);
        }
    }

    /// <summary>"1.3/2" is the second sub-action of project 1.3.</summary>
    private async Task MarkAsync(HistoryStage stage, string step, ProjectStatus status)
    {
        var (number, nth) = step.Split('/') is [var first, var second] && int.TryParse(second, out var place)
            ? (first, place)
            : throw new SeedException($"'{step}' is not a sub-action, like 1.3/2.");
        var project = await stage.Find.ProjectAsync(await stage.Find.PlanAsync(plan), number);
        var stored = await stage.Database.SubActions.AsNoTracking().Include(s => s.Owners).Where(s => s.ProjectId == project)
            .OrderBy(s => s.Position).Skip(nth - 1).FirstOrDefaultAsync() ?? throw new SeedException($"There is no sub-action {step}.");
        await stage.SendAsync(Lead, new EditSubAction
        {
            Id = stored.Id,
            Version = stored.Version,
            Text = stored.Text,
            Category = stored.Category,
            OwnerIds = [.. stored.Owners.Select(o => o.LeadResponsibilityId)],
            OwnersText = stored.OwnersText,
            Deadline = stored.Deadline.Text.Length == 0 ? null : stored.Deadline.Text,
            Status = status,
            Result = stored.Result,
        });
    }

    private async Task RedateAsync(HistoryStage stage, QuarterSeed quarter)
    {
        var planId = await stage.Find.PlanAsync(plan);
        foreach (var (number, deadline) in quarter.NewDeadlines)
        {
            var id = await stage.Find.ProjectAsync(planId, number);
            var before = await stage.Database.Projects.AsNoTracking().Include(p => p.Leads).SingleAsync(p => p.Id == id);
            await stage.SendAsync(Lead, new EditProjectDeadline
            {
                Id = id,
                Version = ProjectSections.VersionOf(before, ProjectSections.Deadline),
                Deadline = deadline,
                SlipReason = $"Agreed with the report for {quarter.Title}.",
            });
        }
    }
}
