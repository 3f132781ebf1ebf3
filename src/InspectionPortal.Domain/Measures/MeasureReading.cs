using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures;

/// <summary>What a measure says about itself, for every page that must say it: home, plan, diagram, report, overview.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="ProjectId">Its home where that is a project.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsIllustrative">True for a made-up series: never to be counted.</param>
/// <param name="Course">Where the figures are going.</param>
/// <param name="HasSignal">True where they show a special cause.</param>
/// <param name="Variation">The programme's variation icon, under its rules.</param>
/// <param name="Assurance">Its assurance icon.</param>
/// <param name="Sentence">All in one sentence.</param>
/// <param name="Targets">How each target by date stands.</param>
/// <param name="FiguresTo">Day of the newest figure that counts.</param>
/// <param name="Latest">The newest figure in words.</param>
/// <param name="Chart">The chart, for a sparkline.</param>
public sealed record MeasureReading(
    Guid MeasureId, Guid? ProjectId, string Title, bool IsIllustrative, Course Course, bool HasSignal, Variation? Variation, Assurance? Assurance, string Sentence,
    IReadOnlyList<MeasuredTarget> Targets, DateOnly? FiguresTo, string? Latest, MeasureChart Chart)
{
    /// <summary>Projects that own it or look at it.</summary>
    public IEnumerable<Guid> Projects => ProjectId is { } own ? Chart.Source.UsedBy.Prepend(own) : Chart.Source.UsedBy;

    /// <summary>For a milestone that is not delivered, whole days past its date; else 0.</summary>
    public int MilestoneDaysLate(DateOnly today) =>
        Chart.Source is { Kind: MeasureKind.Milestone, IsDelivered: false } source ? source.Deadline.DaysLate(today) : 0;

    public bool IsGettingWorse => Course == Course.GettingWorse;

    public bool IsImproving => Course == Course.Improving;

    /// <summary>The first target to come that present performance does not reach; else the last one past, where it was missed.</summary>
    public MeasuredTarget? InDanger => Targets.FirstOrDefault(t => t.Reading.State == TargetState.AtRisk)
        ?? Targets.LastOrDefault(t => t.Reading.State is TargetState.Missed or TargetState.Met) switch
        {
            { Reading.State: TargetState.Missed } missed => missed,
            _ => null,
        };

    /// <summary>True where somebody ought to look: it gets worse, or a target is in danger.</summary>
    public bool NeedsAttention => IsGettingWorse || InDanger is not null;

    /// <summary>Reads one.</summary>
    public static MeasureReading Of(ChartSource source, DateOnly today)
    {
        var chart = MeasureChart.Of(source, today);
        return new MeasureReading(
            source.Id, source.ProjectId, source.Title, source.IsIllustrative, chart.Reading.Course, chart.HasSignal, chart.Analysis?.Variation, chart.Analysis?.Assurance,
            chart.Sentence, chart.Targets, chart.Latest?.Date, chart.Latest?.Figure?.Text, chart);
    }
}
