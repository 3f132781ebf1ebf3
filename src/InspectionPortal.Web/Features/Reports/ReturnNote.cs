using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Why the last submission came back: for the partnership lead and the chief officers, nobody else.</summary>
public sealed record ReturnNote(string Capacity, string Comment, string At, IReadOnlyList<ReturnedItem> Items)
{
    /// <summary>Who returned it for the chief officer as their delegate; null where it was the chief officer.</summary>
    public string? ByDelegate { get; init; }

    internal static async Task<ReturnNote?> LastAsync(PortalDbContext database, Guid periodId, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var note = await database.Approvals.AsNoTracking()
            .Where(a => a.Submission!.PeriodId == periodId && a.Decision == ApprovalDecision.Return)
            .OrderByDescending(a => a.Submission!.Number)
            .Select(a => new
            {
                a.Capacity,
                a.Comment,
                a.At,
                Name = database.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                Officer = database.Users.Where(u => u.Id == a.ForUserId).Select(u => u.DisplayName).FirstOrDefault(),
                a.DelegateUntil,
                Items = a.ItemComments.OrderBy(c => c.Position).Select(c => new ReturnedItem(
                    c.ProjectId, c.Project!.Number, c.Project.Title, c.Text,
                    c.Project.Updates.Where(u => u.PeriodId == periodId).Select(u => (Guid?)u.Id).FirstOrDefault())).ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return note is null ? null :
            new ReturnNote(note.Capacity, note.Comment ?? string.Empty, DateFormat.Moment(note.At, zone), note.Items)
            {
                ByDelegate = note.DelegateUntil is null ? null : DelegationText.Signature(note.Name, note.Officer, note.DelegateUntil),
            };
    }
}
