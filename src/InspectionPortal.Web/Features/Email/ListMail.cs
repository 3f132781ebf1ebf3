using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Email;

/// <summary>
/// E-mails that have not gone out, those that need somebody first. Never what they say: they carry links that let people in.
/// </summary>
[Requires(Permission.AdministerPlatform)]
public sealed record ListMail : IQuery<MailPage>;

internal sealed class ListMailHandler(PortalDbContext database, MailOverview overview) : IRequestHandler<ListMail, MailPage?>
{
    private const int MostShown = 200;

    public async Task<MailPage?> Handle(ListMail query, CancellationToken cancellationToken) => new MailPage(
        await overview.GetAsync(cancellationToken),
        await database.OutboxMessages.AsNoTracking().Where(m => m.State == OutboxState.Waiting || m.State == OutboxState.Parked)
            .OrderByDescending(m => m.State == OutboxState.Parked).ThenByDescending(m => m.CreatedAt).Take(MostShown)
            .Select(m => new MailRow(m.Id, m.Kind, m.ToAddress, m.State, m.CreatedAt, m.Attempts)
            {
                Reason = m.LastFailure,
                NextAttemptAt = m.NextAttemptAt,
                CanBeSent = m.Text != string.Empty,
            })
            .ToListAsync(cancellationToken));
}
