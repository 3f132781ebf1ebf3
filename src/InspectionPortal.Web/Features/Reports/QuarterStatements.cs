using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What becomes of the drafts of position statements when their report is submitted, returned and approved.</summary>
internal static class QuarterStatements
{
    /// <summary>
    /// The statements of a recommendation that a plan's report may have, of those that were read for it. A priority of the partnership's
    /// own belongs to the plans whose work is linked to it.
    /// </summary>
    public static IEnumerable<PositionStatement> Of(Recommendation recommendation, Guid plan) =>
        recommendation.InspectionId is not null || recommendation.Links.Exists(l => l.PlanId == plan)
            ? recommendation.Statements.OrderBy(s => s.AsAt).ThenBy(s => s.Id) : [];

    /// <summary>The statements as the report keeps them; null for none.</summary>
    public static IReadOnlyList<SnapshotStatement>? Snapshot(Recommendation recommendation, Guid plan)
    {
        var said = Of(recommendation, plan).Where(s => s.IsComplete).Select(s => new SnapshotStatement
        {
            Id = s.Id,
            AsAt = s.AsAt,
            HowWell = s.HowWell ?? string.Empty,
            HowKnown = s.HowKnown,
            WhatNext = s.WhatNext,
            Grade = s.Grade,
            ApprovedAt = s.ApprovedAt,
        }).ToList();
        return said.Count == 0 ? null : said;
    }

    /// <summary>Numbers of recommendations whose draft does not say enough to be approved.</summary>
    public static IReadOnlyList<string> Unfinished(SnapshotRows rows) =>
        [.. rows.Statements.Where(s => !s.IsComplete).Select(s => rows.Recommendations.First(r => r.Id == s.RecommendationId).Number)];

    /// <summary>
    /// The drafts in the snapshot are the chief officers' now: nobody changes them until they decide. One that somebody has saved since it
    /// was read stops the submission, so that the snapshot has what is approved.
    /// </summary>
    public static void Submit(PortalDbContext database, SnapshotRows rows, Guid period)
    {
        foreach (var draft in rows.Statements.Where(s => s is { State: StatementState.Draft, IsComplete: true }).ToList())
        {
            database.Entry(draft).State = EntityState.Unchanged;
            draft.Submit(period);
        }
    }

    /// <summary>The report goes back to the lead, and the drafts to those who write them.</summary>
    public static async Task ReturnAsync(PortalDbContext database, Guid period, CancellationToken cancellationToken) =>
        (await DraftsAsync(database, period, cancellationToken)).ForEach(s => s.Return());

    /// <summary>The report is approved, and with it what it says of each recommendation.</summary>
    public static async Task ApproveAsync(
        PortalDbContext database, Guid period, Guid by, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await DraftsAsync(database, period, cancellationToken)).ForEach(s => s.Approve(by, at));

    private static Task<List<PositionStatement>> DraftsAsync(PortalDbContext database, Guid period, CancellationToken cancellationToken) =>
        database.PositionStatements.Where(s => s.PeriodId == period && s.State == StatementState.Draft).ToListAsync(cancellationToken);
}
