using System.Globalization;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Features.Measures.Signals;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Makes of the pieces of a plan what each row's measure says.</summary>
internal sealed class PlanSeries(ILookup<(PieceKind, Guid), Piece> pieces, ILookup<(PieceKind, Guid), DatedPiece> dated, DateOnly today)
{
    /// <summary>What the measures of a project say.</summary>
    public PlanSigns Of(Guid projectId)
    {
        var readings = dated[(PieceKind.Series, projectId)].Concat(dated[(PieceKind.SeriesUsed, projectId)])
            .Select(s => MeasureReading.Of(Source(s, projectId), today)).ToList();
        return new PlanSigns(
            readings.Where(r => r.Chart is { Analysis: not null, Source.Charted.Count: > 1 }).MinBy(r => r.IsIllustrative), SignalSet.Of(readings, today).Gravest);
    }

    private ChartSource Source(DatedPiece series, Guid projectId)
    {
        var facts = series.Category!.Split('\n');
        return new ChartSource
        {
            Id = series.Item,
            ProjectId = projectId,
            Title = series.Words,
            Unit = string.IsNullOrEmpty(series.More) ? null : series.More,
            Frequency = string.IsNullOrEmpty(series.State) ? null : series.State,
            Kind = Enum.Parse<MeasureKind>(facts[0]),
            Direction = Enum.Parse<MeasureDirection>(facts[1]),
            Chart = Enum.TryParse<ChartKind>(facts[2], out var chart) ? chart : null,
            Rules = Enum.TryParse<RuleSet>(facts[3], out var rules) ? rules : null,
            IsIllustrative = facts[4].Length > 0,
            ScreenMovingRanges = facts[5].Length > 0,
            BaselinePoints = int.TryParse(facts[6], CultureInfo.InvariantCulture, out var baseline) ? baseline : null,
            Deadline = series.Deadline,
            IsDelivered = facts[7].Length > 0,
            Points = [.. pieces[(PieceKind.Point, series.Item)].Select(p => new SourcePoint(
                p.Item, p.PeriodEnd, Number(p.More), Number(p.Who), Number(p.Period), p.State!.Length > 0, p.Words, p.Position))],
            Phases = [.. pieces[(PieceKind.Phase, series.Item)].Select(p => new SourceMark(p.Item, p.PeriodEnd!.Value, p.Words))],
            Targets = [.. dated[(PieceKind.Goal, series.Item)].Select(t => new SourceTarget(t.Item, Number(t.Words) ?? 0, t.Deadline.Due, t.Deadline.Text))],
        };
    }

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What a row says of its project's measures.</summary>
/// <param name="Measured">The first with two figures or more, the partnership's own before an illustrative one; null where there is none.</param>
/// <param name="Signal">The gravest signal of all of them but illustrative ones; null where they say nothing.</param>
public sealed record PlanSigns(MeasureReading? Measured, SignalKind? Signal);
