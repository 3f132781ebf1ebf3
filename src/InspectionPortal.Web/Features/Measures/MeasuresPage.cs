using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

public sealed record MeasuresPage(IReadOnlyList<MeasureRow> Measures, IReadOnlyDictionary<Guid, MeasureReading> Readings, Guid? Recommendation, MeasuresShown Show, bool CanEdit, Vocabulary Vocabulary, DateOnly Today) : IReadByLinkOfficers
{
    /// <summary>Charts on one page; more are a list.</summary>
    public const int MostCharts = 50;

    public string WhatWasRead => "List of measures";

    /// <summary>What is charted, in the order of the plan: the partnership's own, or what only shows what charts can say.</summary>
    public IReadOnlyList<MeasureReading> Charts(bool illustrative) =>
        [.. Measures.Select(m => Readings.GetValueOrDefault(m.Id)).OfType<MeasureReading>()
            .Where(r => r.IsIllustrative == illustrative && r.Chart.Analysis is not null && (illustrative ? Show == MeasuresShown.All : IsShown(r.MeasureId, Show))).Take(MostCharts)];

    /// <summary>What the partnership's own measures say.</summary>
    public SignalSet Signals { get; init; } = SignalSet.None;

    /// <summary>The partnership's own that are asked for, in the order of the plan.</summary>
    public IReadOnlyList<MeasureRow> Own => [.. Measures.Where(m => !m.IsIllustrative && IsShown(m.Id, Show))];

    /// <summary>How many of the partnership's own would be shown.</summary>
    public int CountOf(MeasuresShown show) => Measures.Count(m => !m.IsIllustrative && IsShown(m.Id, show));

    private bool IsShown(Guid measure, MeasuresShown show) => show switch
    {
        MeasuresShown.Signals => Signals.OfMeasure(measure).Count > 0,
        MeasuresShown.Attention => Signals.OfMeasure(measure).Any(s => s.NeedsAttention),
        MeasuresShown.Danger => Signals.OfMeasure(measure).Any(s => s.Kind is SignalKind.AtRisk or SignalKind.Missed),
        MeasuresShown.Milestones => Readings.GetValueOrDefault(measure)?.Chart.Source.Kind == MeasureKind.Milestone,
        _ => true,
    };
}
