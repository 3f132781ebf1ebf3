using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>What moved in a live plan since a moment, as a list. Its rules are those of the counts.</summary>
internal sealed class LiveChanges(PlanMovement plan, LivePlanFacts live, LiveMovement moved, IReadOnlyList<ReleasedEvidence> evidence)
{
    private string Home => $"/{plan.Grant.Partnership.Slug}";

    public IEnumerable<PlanChange> List()
    {
        var moves = moved.Moves.ToDictionary(m => m.Project.Id);
        return live.Projects.Where(p => moves.ContainsKey(p.Id) || moved.Slips.Contains(p.Id))
            .Select(p => Work(p, moves.GetValueOrDefault(p.Id)))
            .Concat(evidence.OrderByDescending(e => e.ReleasedAt).Select(Evidence))
            .Concat(plan.Signals.Worst.Select(s => new PlanChange
            {
                Kind = ChangeKind.Signal,
                When = s.FiguresTo is { } to ? DateFormat.Full(to) : DateFormat.Full(plan.Today),
                Item = s.Title,
                Href = $"{Home}/measures/{s.MeasureId}",
                Answers = AnswersWhere(r => r.Measures.Contains(s.MeasureId)),
                Signal = s.Kind,
                Why = s.Sentence,
            }));
    }

    private PlanChange Work(LiveProject project, LiveMove? move)
    {
        var slips = moved.Slips[project.Id].ToList();
        DateTimeOffset?[] moments = [move is null ? null : project.RatedAt, slips.Count == 0 ? null : slips[^1].At];
        return new PlanChange
        {
            Kind = ChangeKind.Work,
            When = Day(moments.Max()),
            Answers = AnswersWhere(r => r.Work.Any(w => w.Project.Id == project.Id)),
            Item = $"{project.Number} {project.Title}",
            Href = $"{Home}/projects/{project.Id}",
            Move = move?.Move ?? MoveKind.Same,
            Before = move?.Before ?? Rating.NotRated,
            Now = move?.Now ?? Rating.NotRated,
            Slip = slips.Count == 0 ? null : $"Now {slips[^1].To.Text}, was {slips[0].From.Text}",
            Why = slips.Count == 0 ? null : slips[^1].Reason,
        };
    }

    private PlanChange Evidence(ReleasedEvidence item) => new()
    {
        Kind = ChangeKind.Evidence,
        When = Day(item.ReleasedAt),
        Answers = AnswersWhere(r => r.Evidence.Contains(item.Id)),
        Item = item.Title,
        Href = $"{Home}/evidence/{item.Id}",
        Why = StatusLabel.Of(item.Kind),
    };

    private string Day(DateTimeOffset? at) => at is { } moment ? DateFormat.Full(moment, plan.Grant.Partnership.TimeZone) : string.Empty;

    private List<string> AnswersWhere(Func<Domain.Plans.CoverageRow, bool> isSo) =>
        [.. live.Coverage.Rows.Where(isSo).Select(r => r.Recommendation.Number)];
}
