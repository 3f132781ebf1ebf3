using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The form that gives open access another last day.</summary>
[Requires(Permission.ManagePeople)]
public sealed record GetRenewalForm(Guid Id) : IQuery<RenewScrutinyAccess>;

internal sealed class GetRenewalFormHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<GetRenewalForm, RenewScrutinyAccess?>
{
    public async Task<RenewScrutinyAccess?> Handle(GetRenewalForm query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var grant = await database.ScrutinyGrants.AsNoTracking()
            .Where(g => g.Id == query.Id && g.RevokedAt == null && (g.Until == null || g.Until > now))
            .Select(g => new { g.Id, g.Version, g.Until, Body = g.Body!.Name, Plan = g.Plan!.Title }).FirstOrDefaultAsync(
                cancellationToken);
        return grant is null ? null : new RenewScrutinyAccess
        {
            Id = grant.Id,
            Version = grant.Version,
            Until = grant.Until is { } until ? DateFormat.LocalDay(until.AddTicks(-1), current.RequiredTenant.Partnership.TimeZone) : null,
            What = $"{grant.Body} can read “{grant.Plan}”.",
        };
    }
}
