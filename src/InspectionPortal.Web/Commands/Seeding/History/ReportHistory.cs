using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A report: prepared and submitted by the partnership lead, approved by the chief officers, perhaps returned first.</summary>
/// <param name="plan">Title of the plan.</param>
/// <param name="period">Title of the period.</param>
/// <param name="report">What is in it, and when it was decided.</param>
internal sealed class ReportHistory(string plan, string period, ReportSeed report)
{
    private const string Lead = "lead";

    public IEnumerable<HistoryEvent> Events(string submittedOn)
    {
        yield return new HistoryEvent(
            HistoryDays.At(submittedOn, 11), stage => SubmitAsync(stage, report.Returned?.Summary ?? report.Summary));
        if (report.Returned is { } returned)
        {
            yield return new HistoryEvent(HistoryDays.At(returned.On, 15, 20), stage => ReturnAsync(stage, returned));
            yield return new HistoryEvent(HistoryDays.At(returned.SubmittedAgainOn, 11), stage => SubmitAsync(stage, report.Summary));
        }

        foreach (var (who, on) in report.Approved)
        {
            yield return new HistoryEvent(HistoryDays.At(on, 16, who.Length), stage => ApproveAsync(stage, who));
        }
    }

    private async Task SubmitAsync(HistoryStage stage, string summary)
    {
        var (planId, found) = await PeriodAsync(stage);
        var before = await DraftAsync(stage, found.Id);
        var decisions = before?.Choices.Decisions ?? [];
        var rows = new List<DecisionRow>();
        foreach (var (sought, i) in report.Decisions.Select((d, i) => (d, i)))
        {
            var row = new DecisionRow { Text = sought.Text };
            row.Id = i < decisions.Count ? decisions[i].Id : row.Id;
            row.ProjectId = sought.Project is { } number ? await stage.Find.ProjectAsync(planId, number) : null;
            rows.Add(row);
        }

        await stage.SendAsync(Lead, new EditReport
        {
            PeriodId = found.Id,
            Version = before?.Version ?? 0,
            Summary = summary,
            Parts = [.. Enum.GetValues<ReportPart>()],
            Decisions = rows,
        });
        var draft = await DraftAsync(stage, found.Id);
        await stage.SendAsync(Lead, new SubmitQuarter
        {
            Id = Guid.CreateVersion7(),
            PeriodId = found.Id,
            Version = found.Version,
            DraftVersion = draft!.Version,
        });
    }

    private async Task ReturnAsync(HistoryStage stage, ReturnSeed returned)
    {
        var (planId, found) = await PeriodAsync(stage);
        var comments = new List<ReturnCommentRow>();
        foreach (var (number, text) in returned.Items)
        {
            comments.Add(new ReturnCommentRow { ProjectId = await stage.Find.ProjectAsync(planId, number), Text = text });
        }

        await stage.SendAsync(returned.By, new ReturnQuarter
        {
            PeriodId = found.Id,
            Sha256 = await HashAsync(stage, found.Id),
            Comment = returned.Comment,
            Comments = comments,
        });
    }

    /// <summary>The first to approve answers the decisions sought.</summary>
    private async Task ApproveAsync(HistoryStage stage, string who)
    {
        var (_, found) = await PeriodAsync(stage);
        var answers = who == report.Approved.Keys.First()
            ? report.Decisions.Select((d, i) => new AnswerRow
            {
                Number = i + 1,
                Answer = SeedText.Choice<DecisionAnswer>(d.Answer),
                Comment = d.Comment,
            })
            : [];
        await stage.SendAsync(who, new ApproveQuarter
        {
            PeriodId = found.Id,
            Sha256 = await HashAsync(stage, found.Id),
            Answers = [.. answers],
        });
    }

    private async Task<(Guid PlanId, ReportingPeriod Period)> PeriodAsync(HistoryStage stage)
    {
        var planId = await stage.Find.PlanAsync(plan);
        return (planId, await stage.Find.PeriodAsync(planId, period));
    }

    private static Task<ReportDraft?> DraftAsync(HistoryStage stage, Guid periodId) =>
        stage.Database.ReportDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.PeriodId == periodId);

    /// <summary>The hash on the page that is signed.</summary>
    private static Task<string> HashAsync(HistoryStage stage, Guid periodId) =>
        stage.Database.Submissions.Where(s => s.PeriodId == periodId).OrderByDescending(s => s.Number).Select(s => s.Sha256).FirstAsync();
}
