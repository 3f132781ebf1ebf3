using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Measures.Figures;
using InspectionPortal.Web.Features.Measures.Signals;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>
/// Measures are added with the figures there are; from then on all figures of a month are entered together in the next one.
/// </summary>
internal sealed class MeasureHistory(
    MeasuresSeed seed, PlanLifeSeed life, string plan, IReadOnlyDictionary<string, string> responsibilities)
{
    private const string Lead = "lead";

    /// <summary>How long after a month its figures are there.</summary>
    private const int DaysToCount = 9;

    private DateOnly Added => SeedText.Date(seed.AddedOn);

    public IEnumerable<HistoryEvent> Events() => SeedText.Date(life.WrittenOn) > Added
        ? throw new SeedException("The measures are added before the plan is written.")
        :
        [
            .. seed.Measures.Select((m, i) => new HistoryEvent(HistoryDays.At(Added, 9, i * 10), stage => AddAsync(stage, m))),
            .. Months().Select(m => new HistoryEvent(HistoryDays.At(m.AddDays(DaysToCount), 8), stage => EnterAsync(stage, m))),
            .. seed.Measures.SelectMany(m => m.Notes.Select(n => new HistoryEvent(On(n), stage => AnnotateAsync(stage, m, n)))),
            .. seed.Measures.SelectMany(m => m.Phases.Select(p => new HistoryEvent(On(p).AddDays(120), stage => RebaseAsync(stage, m, p)))),
            .. seed.Measures.SelectMany(m => m.Answers.Select(a => new HistoryEvent(On(a), stage => AnswerAsync(stage, m, a)))),
        ];

    /// <summary>Last days of the months whose figures were not there when the measures were added.</summary>
    private IEnumerable<DateOnly> Months() =>
        seed.Measures.SelectMany(m => m.ByMonth()).Select(f => f.Day).Where(d => d.AddDays(DaysToCount) > Added).Distinct().Order();

    /// <summary>What happened before the measures were added was marked when they were.</summary>
    private DateTimeOffset On(MarkSeed mark)
    {
        var day = SeedText.Date(mark.Date);
        return HistoryDays.At(day > Added ? day.AddDays(1) : Added.AddDays(1), 13, mark.Text.Length % 60);
    }

    private async Task AddAsync(HistoryStage stage, SeriesSeed row)
    {
        var project = await stage.Find.ProjectAsync(await stage.Find.PlanAsync(plan), row.Project);
        var add = new AddMeasure
        {
            On = new PlanPlace(PlanPlaceKind.Project, project).ToString(),
            Title = row.Title,
            Kind = SeedText.Choice<MeasureKind>(row.Kind),
            Why = row.Why?.Trim(),
            Definition = row.Definition?.Trim(),
            Numerator = row.Numerator,
            Denominator = row.Denominator,
            Unit = row.Unit,
            Direction = SeedText.Choice<MeasureDirection>(row.Direction),
            Frequency = row.Frequency,
            DataSource = row.DataSource,
            LeadResponsibilityId = row.Lead is { } key ? await stage.Find.ResponsibilityAsync(responsibilities[key]) : null,
        };
        await stage.SendAsync(Lead, add);
        foreach (var target in row.Targets)
        {
            await stage.SendAsync(Lead, new AddTarget { MeasureId = add.Id, Value = TypedInput.Show(target.Value), By = target.ByText });
        }

        await EnterEarlierAsync(stage, add.Id, row);
        await FreezeAndLinkAsync(stage, add.Id, row);
    }

    private async Task EnterEarlierAsync(HistoryStage stage, Guid id, SeriesSeed row)
    {
        var there = row.ByMonth().Where(f => f.Day.AddDays(DaysToCount) <= Added).ToList();
        if (there.Count > 0)
        {
            await stage.SendAsync(Lead, new EnterFigures
            {
                MeasureId = id,
                Rows = [.. there.Select(f => new FigureCells { When = TypedInput.Show(f.Day), Value = f.Value })],
                Step = FigureStep.Save,
            });
        }
    }

    private static async Task FreezeAndLinkAsync(HistoryStage stage, Guid id, SeriesSeed row)
    {
        if (row.BaselinePoints is { } points)
        {
            await stage.SendAsync(Lead, new FreezeBaseline
            {
                Id = id,
                Version = await VersionAsync(stage, id),
                Points = TypedInput.Show((decimal)points),
            });
        }

        var links = new List<LinkRow>();
        foreach (var recommendation in row.Recommendations)
        {
            links.Add(new LinkRow
            {
                RecommendationId = await stage.Find.RecommendationAsync(recommendation),
                Chosen = true,
                Basis = LinkBasis.Inferred,
            });
        }

        if (links.Count > 0)
        {
            await stage.SendAsync(Lead, new LinkRecommendations
            {
                Kind = LinkedKind.Measure,
                TargetId = id,
                Version = await VersionAsync(stage, id),
                Links = links,
            });
        }
    }

    private async Task EnterAsync(HistoryStage stage, DateOnly month)
    {
        var ids = await stage.Database.Measures.Where(m => m.Plan!.Title == plan)
            .ToDictionaryAsync(m => m.Title, m => m.Id, StringComparer.Ordinal);
        var rows = seed.Measures.SelectMany(m => m.ByMonth().Where(f => f.Day == month).Select(f => new PeriodCells
        {
            MeasureId = ids[m.Title],
            Value = f.Value,
        }));
        await stage.SendAsync(Lead, new EnterFiguresOfPeriod { Period = TypedInput.Show(month), Rows = [.. rows] });
    }

    private static async Task AnnotateAsync(HistoryStage stage, SeriesSeed row, MarkSeed note) =>
        await stage.SendAsync(Lead, new AnnotateChart
        {
            MeasureId = await stage.Find.MeasureAsync(row.Title),
            Date = note.Date,
            Text = note.Text,
        });

    private static async Task RebaseAsync(HistoryStage stage, SeriesSeed row, MarkSeed phase) =>
        await stage.SendAsync(Lead, new RebaseChart
        {
            MeasureId = await stage.Find.MeasureAsync(row.Title),
            StartsOn = phase.Date,
            Reason = phase.Text,
        });

    /// <summary>Where the figures say nothing on that day, there is nothing to answer.</summary>
    private static async Task AnswerAsync(HistoryStage stage, SeriesSeed row, MarkSeed answer)
    {
        var id = await stage.Find.MeasureAsync(row.Title);
        stage.ActAs(Lead);
        var question = await stage.Service<SignalQuestions>().ReadAsync(SignalSubject.Measure, id, CancellationToken.None);
        await stage.SendAsync(Lead, new AnswerSignal
        {
            Subject = SignalSubject.Measure,
            SubjectId = id,
            Seen = question?.About ?? throw new SeedException($"There is nothing to answer about '{row.Title}' on {answer.Date}."),
            Text = answer.Text,
        });
    }

    private static Task<uint> VersionAsync(HistoryStage stage, Guid id) =>
        stage.Database.Measures.Where(m => m.Id == id).Select(m => m.Version).SingleAsync();
}
