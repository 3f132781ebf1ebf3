using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Mail;

/// <summary>How e-mail is doing, for the administrator's pages.</summary>
public sealed class MailOverview(PortalDbContext database, IMailTransport transport)
{
    public async Task<MailStatus> GetAsync(CancellationToken cancellationToken)
    {
        var states = await database.OutboxMessages.AsNoTracking()
            .Where(m => m.State == OutboxState.Waiting || m.State == OutboxState.Parked).GroupBy(m => m.State)
            .Select(g => new { State = g.Key, Count = g.Count(), Oldest = g.Min(m => m.CreatedAt) }).ToListAsync(cancellationToken);
        var waiting = states.Find(s => s.State == OutboxState.Waiting);
        return new MailStatus(
            transport.IsSetUp, transport.Description, waiting?.Count ?? 0, waiting?.Oldest, states.Find(s => s.State == OutboxState.Parked)?.Count ?? 0);
    }
}
