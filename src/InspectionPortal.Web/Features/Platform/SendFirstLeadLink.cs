using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A link to the first partnership lead's mailbox, to choose a new password.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class SendFirstLeadLink : ICommand<bool>
{
    public int Id { get; set; }
}

internal sealed class SendFirstLeadLinkHandler(PortalDbContext database, PasswordLinkSender passwords) : IRequestHandler<SendFirstLeadLink, Result<bool>>
{
    public async Task<Result<bool>> Handle(SendFirstLeadLink command, CancellationToken cancellationToken)
    {
        var lead = await database.Partnerships.Where(p => p.Id == command.Id)
            .Join(database.Users, p => p.FirstLeadUserId, u => u.Id, (_, u) => u)
            .FirstOrDefaultAsync(cancellationToken);
        if (lead is null)
        {
            return new Missing();
        }

        if (passwords.Send(lead) is { } refusal)
        {
            return refusal;
        }

        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
