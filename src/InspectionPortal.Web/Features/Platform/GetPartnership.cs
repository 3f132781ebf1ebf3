using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>One partnership as the platform knows it; nothing that is within it.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed record GetPartnership(int Id) : IQuery<PartnershipPage>;

internal sealed class GetPartnershipHandler(PortalDbContext database, PlatformInvitations invitations, PartnershipLeads leads)
    : IRequestHandler<GetPartnership, PartnershipPage?>
{
    public async Task<PartnershipPage?> Handle(GetPartnership query, CancellationToken cancellationToken)
    {
        var row = await database.Partnerships.AsNoTracking().Where(p => p.Id == query.Id)
            .Select(p => new
            {
                Partnership = p,
                LeadName = database.Users.Where(u => u.Id == p.FirstLeadUserId).Select(u => u.DisplayName).FirstOrDefault(),
                LeadEmail = database.Users.Where(u => u.Id == p.FirstLeadUserId).Select(u => u.Email).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new PartnershipPage
            {
                Partnership = row.Partnership,
                Lead = row.LeadName is { } name ? new FirstLead(name, row.LeadEmail!) : null,
                HasLead = await leads.AnyAsync(query.Id, cancellationToken),
                Invitations = await invitations.ListAsync(
                    i => i.PartnershipId == query.Id && i.Kind == InvitationKind.FirstLead, cancellationToken),
            };
    }
}
