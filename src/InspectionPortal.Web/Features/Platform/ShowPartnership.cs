using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>One partnership as the platform knows it; nothing that is within it.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed record ShowPartnership(int Id) : IQuery<PartnershipPage>;

internal sealed class ShowPartnershipHandler(PortalDbContext database) : IRequestHandler<ShowPartnership, PartnershipPage?>
{
    public Task<PartnershipPage?> Handle(ShowPartnership query, CancellationToken cancellationToken) =>
        database.Partnerships.AsNoTracking().Where(p => p.Id == query.Id)
            .Select(p => new PartnershipPage(
                p.Id, p.Name, p.Slug, p.Kind, p.State, p.TimeZone, p.Quorum, p.Version,
                database.Users.Where(u => u.Id == p.FirstLeadUserId)
                    .Select(u => new FirstLead(u.DisplayName, u.Email!, u.PasswordHash != null)).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
}

public sealed record PartnershipPage(
    int Id, string Name, string Slug, PartnershipKind Kind, PartnershipState State, string TimeZone, int Quorum, uint Version, FirstLead? Lead);

public sealed record FirstLead(string Name, string Email, bool HasPassword);
