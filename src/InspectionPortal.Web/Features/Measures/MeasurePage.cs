using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

public sealed record MeasurePage(
    MeasureTable Table, MeasureFacts Facts, MeasureChart Chart, ChartSuggestion Suggestion, MeasureHistory History, bool CanEdit, Vocabulary Vocabulary)
    : IReadByLinkOfficers
{
    public string WhatWasRead => $"Measure: {Table.Title}";

    /// <summary>What it says that somebody ought to know, the gravest first.</summary>
    public IReadOnlyList<MeasureSignal> Signals { get; init; } = [];

    /// <summary>What the partnership lead answered, the newest first.</summary>
    public IReadOnlyList<SignalReply> Replies { get; init; } = [];

    /// <summary>Who edits the plan enters figures, and who holds the responsibility for the measure. A milestone has none.</summary>
    public bool CanEnter => Table.Kind != MeasureKind.Milestone && (CanEdit || Facts.IsHeld);

    /// <summary>How it stands where it is a milestone.</summary>
    public MilestoneState? Milestone =>
        Table.Kind == MeasureKind.Milestone ? new MilestoneState(Table.Deadline, Facts.DoneOn, Facts.DoneText, Facts.Proofs) : null;

    /// <summary>Figures in the order of the table, each with its place on the chart where it has one.</summary>
    public IReadOnlyList<FigureRow> Figures
    {
        get
        {
            var places = Chart.Places.Select((p, i) => (p.Figure?.Id, Index: i)).Where(p => p.Id is not null).ToDictionary(p => p.Id!.Value, p => p.Index);
            return [.. Table.Points.Select(p => new FigureRow(
                p, Chart.Analysis is not null && places.TryGetValue(p.Id, out var at) ? ChartMarks.Words(Chart, at) : null, [.. History.Corrections.Where(c => c.PointId == p.Id)],
                History.Entered.GetValueOrDefault(p.Id)))];
        }
    }
}
