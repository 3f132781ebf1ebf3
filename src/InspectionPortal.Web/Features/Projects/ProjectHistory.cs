using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Reads what was told of a project. People from outside get only columns and rows of what was accepted.</summary>
internal sealed class ProjectHistory(PortalDbContext database, IReadOnlyList<Rating> key)
{
    public async Task<ProjectUpdateHistory> ReadAsync(ProjectHead head, HistoryReader? member, CancellationToken cancellationToken)
    {
        var isMember = member is not null;
        var entries = await database.UpdateEntries.AsNoTracking()
            .Where(e => e.ProjectId == head.Id
                && (e.UpdateId == null || e.Update!.State == UpdateState.Accepted || (isMember && e.Update.State == UpdateState.Submitted)))
            .OrderBy(e => e.Position).ThenBy(e => e.Id)
            .Select(e => new { e.UpdateId, Entry = new HistoryEntry(e.Text, e.DateText, e.Agency!.Code, e.Agency.Name, e.Source) })
            .ToListAsync(cancellationToken);
        var byUpdate = entries.Where(e => e.UpdateId is not null).ToLookup(e => e.UpdateId!.Value, e => e.Entry);
        var quarters = await ReadQuartersAsync(head, isMember, cancellationToken);
        var extras = member is null ? null : await ReadMemberAsync(head, member, cancellationToken);
        return new ProjectUpdateHistory(
            [.. quarters.Select(q => new HistoryQuarter(q.Title, q.State, q.Update is null ? null : Told(q.Update, byUpdate, extras)))],
            [.. entries.Where(e => e.UpdateId is null).Select(e => e.Entry)],
            quarters.Exists(q => q.State == PeriodState.Open), extras?.IsOwn ?? false);
    }

    private async Task<List<QuarterRow>> ReadQuartersAsync(ProjectHead head, bool isMember, CancellationToken cancellationToken)
    {
        var rows = await database.ReportingPeriods.AsNoTracking().Where(r => r.PlanId == head.PlanId && r.Kind == PeriodKind.Quarter)
            .OrderByDescending(r => r.To)
            .Select(r => new QuarterRow(
                r.Title, r.State,
                database.ProgressUpdates
                    .Where(u => u.PeriodId == r.Id && u.ProjectId == head.Id
                        && (u.State == UpdateState.Accepted || (isMember && u.State == UpdateState.Submitted)))
                    .Select(u => new UpdateRow(u.Id, u.State == UpdateState.Accepted, u.ReviewedAt, u.RagAccepted, u.NoChange, u.Forecast, u.SlipReason))
                    .FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return [.. rows.Where(q => q.Update is not null || (isMember && head.NoActionNeededReason is null))];
    }

    private async Task<MemberRow> ReadMemberAsync(ProjectHead head, HistoryReader member, CancellationToken cancellationToken)
    {
        var held = database.HeldBy(member.UserId, member.Today);
        return await database.Projects.AsNoTracking().Where(p => p.Id == head.Id)
            .Select(p => new MemberRow(
                p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)),
                p.Updates.Where(u => u.State == UpdateState.Accepted || u.State == UpdateState.Submitted)
                    .Select(u => new MemberUpdateRow(u.Id, u.RagProposed, u.RagChangedReason ?? u.NotRatedReason, u.HelpNeeded)).ToList()))
            .FirstAsync(cancellationToken);
    }

    private HistoryUpdate Told(UpdateRow row, ILookup<Guid, HistoryEntry> entries, MemberRow? extras)
    {
        var own = extras?.Updates.Find(u => u.Id == row.Id);
        return new HistoryUpdate(
            row.IsAccepted, row.ReviewedAt, Rating.Find(key, row.RagAccepted), own is null ? null : Rating.Find(key, own.Proposed), own?.Reason,
            row.NoChange, row.Forecast, row.SlipReason, own?.HelpNeeded, [.. entries[row.Id]]);
    }

    private sealed record QuarterRow(string Title, PeriodState State, UpdateRow? Update);

    private sealed record UpdateRow(
        Guid Id, bool IsAccepted, DateTimeOffset? ReviewedAt, string? RagAccepted, bool NoChange, Deadline Forecast, string? SlipReason);

    private sealed record MemberRow(bool IsOwn, List<MemberUpdateRow> Updates);

    private sealed record MemberUpdateRow(Guid Id, string? Proposed, string? Reason, string? HelpNeeded);
}
