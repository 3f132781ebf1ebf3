using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Features.Inspections;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>The inspections with their recommendations and reviews, each recorded after it was published.</summary>
internal sealed class InspectionHistory(HistorySeed seed, InspectionsSeed inspections, string later)
{
    private const string Lead = "lead";
    private const int DaysToRecord = 9;

    public IEnumerable<HistoryEvent> Events() =>
    [
        .. inspections.Inspections.Select((i, n) => new HistoryEvent(Recorded(i).AddMinutes(n), stage => AddAsync(stage, i))),
        .. seed.Decisions.Select((d, n) => new HistoryEvent(HistoryDays.At(d.RecordedOn, 14, n), stage => DecideAsync(stage, d))),
    ];

    /// <summary>What was published before the partnership joined was recorded soon after it did.</summary>
    private DateTimeOffset Recorded(InspectionSeed inspection)
    {
        var (published, joined) = (SeedText.Date(inspection.Published ?? seed.Start), SeedText.Date(seed.Start));
        return HistoryDays.At((published > joined ? published : joined).AddDays(DaysToRecord), 10);
    }

    private static async Task AddAsync(HistoryStage stage, InspectionSeed row)
    {
        var add = new AddInspection
        {
            Kind = SeedText.Choice<InspectionKind>(row.Kind),
            Title = row.Title.Trim(),
            Framework = row.Framework,
            FieldworkText = row.FieldworkText,
            FieldworkFrom = row.FieldworkFrom,
            FieldworkTo = row.FieldworkTo,
            Published = row.Published,
            PublishedText = row.PublishedText,
            Summary = row.Summary?.Trim(),
            OverallJudgement = row.OverallJudgement,
            Bodies = Bodies(row.Bodies),
            Questions = Lines(row.Questions.Select(q => q.Text)),
            Strengths = Lines(row.Strengths.Select(s => s.Text)),
            Gradings =
            [
                .. row.Gradings.Select(g => new GradingRow
                {
                    Indicator = g.Indicator,
                    Title = g.Title,
                    Scale = g.Scale,
                    Grade = g.Grade,
                }),
            ],
        };
        await stage.SendAsync(Lead, add);
        foreach (var recommendation in row.Recommendations)
        {
            await stage.SendAsync(Lead, new AddRecommendation
            {
                InspectionId = add.Id,
                Kind = SeedText.Choice<RecommendationKind>(recommendation.Kind),
                Number = recommendation.Number,
                Title = recommendation.Title,
                Text = recommendation.Text.Trim(),
                Theme = recommendation.Theme,
            });
        }

        foreach (var review in row.Reviews)
        {
            await AddAsync(stage, add.Id, review, row.Published![..4]);
        }
    }

    private static async Task AddAsync(HistoryStage stage, Guid inspection, ReviewSeed row, string year)
    {
        var findings = new List<FindingRow>();
        foreach (var finding in row.Findings)
        {
            findings.Add(new FindingRow
            {
                RecommendationId = await stage.Find.RecommendationAsync($"{year}/{finding.Number}"),
                Text = finding.Text.Trim(),
                Judgement = finding.Judgement,
            });
        }

        await stage.SendAsync(Lead, new AddProgressReview
        {
            InspectionId = inspection,
            Title = row.Title.Trim(),
            Bodies = Bodies(row.Bodies),
            FieldworkText = row.FieldworkText,
            FieldworkFrom = row.FieldworkFrom,
            FieldworkTo = row.FieldworkTo,
            Published = row.Published,
            Method = row.Method?.Trim(),
            Samples = Lines(row.Samples.Select(s => $"{s.Count} {s.What}")),
            Met = Lines(row.Met),
            NotMet = row.NotMet?.Trim(),
            Approach = row.Approach?.Trim(),
            Strengths = Lines(row.Strengths),
            Conclusion = row.Conclusion?.Trim(),
            Next = row.Next?.Trim(),
            NextBy = row.NextBy,
            Findings = findings,
        });
    }

    private async Task DecideAsync(HistoryStage stage, DecisionSeed decision) => await stage.SendAsync(Lead, new AddRecommendationDecision
    {
        RecommendationId = await stage.Find.RecommendationAsync(decision.Recommendation),
        State = SeedText.Choice<RecommendationState>(decision.State),
        On = decision.On,
        Note = decision.Note,
        Said = await SaidAsync(stage, decision),
    });

    private async Task<string> SaidAsync(HistoryStage stage, DecisionSeed decision) =>
        decision.Review is { } review ? $"review:{await stage.Find.ReviewAsync(review)}"
        : decision.Inspection is { } inspection ? $"inspection:{await stage.Find.InspectionAsync(inspection)}"
        : $"report:{(await stage.Find.PeriodAsync(await stage.Find.PlanAsync(later), decision.Report!)).Id}";

    /// <summary>The lead body first.</summary>
    private static string Bodies(IEnumerable<InspectionBodySeed> bodies) =>
        Lines(bodies.OrderByDescending(b => b.Lead).Select(b => b.Name));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim().ReplaceLineEndings(" ")));
}
