using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Features.Inspections.Statements;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>What the partnership says of its recommendations. Most of it is approved with the report of its quarter.</summary>
internal sealed class StatementHistory(IReadOnlyList<StatementSeed> statements)
{
    public IEnumerable<HistoryEvent> Events()
    {
        foreach (var (statement, order) in statements.Select((s, i) => (s, i)))
        {
            yield return new HistoryEvent(HistoryDays.At(statement.On, 11, order), stage => WriteAsync(stage, statement));
            if (statement.ApprovedOn is { } day)
            {
                yield return new HistoryEvent(HistoryDays.At(day, 16, order), stage => ApproveAsync(stage, statement));
            }
        }
    }

    private static async Task WriteAsync(HistoryStage stage, StatementSeed row) => await stage.SendAsync(row.By, new AddPositionStatement
    {
        RecommendationId = await stage.Find.RecommendationAsync(row.Recommendation),
        AsAt = row.AsAt,
        HowWell = row.HowWell.Trim(),
        HowKnown = row.HowKnown?.Trim(),
        WhatNext = row.WhatNext?.Trim(),
        Grade = row.Grade,
    });

    private static async Task ApproveAsync(HistoryStage stage, StatementSeed row)
    {
        var about = await stage.Find.RecommendationAsync(row.Recommendation);
        var draft = await stage.Database.PositionStatements.AsNoTracking()
            .SingleAsync(s => s.RecommendationId == about && s.State == StatementState.Draft);
        await stage.SendAsync(
            row.ApprovedBy ?? throw new SeedException($"{row.Recommendation}: say who approved the statement of {row.AsAt}."),
            new ApprovePositionStatement { Id = draft.Id, Version = draft.Version });
    }
}
