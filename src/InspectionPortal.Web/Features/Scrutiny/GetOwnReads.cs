using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>What I have read, in every partnership; the database shows each person their own entries and no others.</summary>
[Requires(Permission.ReadAcrossPartnerships)]
public sealed record GetOwnReads(int Page) : IQuery<OwnReads>;

internal sealed class GetOwnReadsHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetOwnReads, OwnReads?>
{
    public async Task<OwnReads?> Handle(GetOwnReads query, CancellationToken cancellationToken)
    {
        var user = current.RequiredPerson.UserId;
        var page = Math.Clamp(query.Page, 1, 100_000);
        var entries = database.AccessEntries.IgnoreQueryFilters([PortalDbContext.TenantFilter]).AsNoTracking().Where(e => e.UserId == user);
        var count = await entries.CountAsync(cancellationToken);
        var rows = await entries
            .Join(database.Partnerships, e => e.TenantId, p => p.Id, (e, p) => new { e.Id, e.What, e.At, p.Name, p.TimeZone })
            .OrderByDescending(r => r.At).ThenBy(r => r.Id)
            .Skip((page - 1) * OwnReads.PageSize).Take(OwnReads.PageSize)
            .ToListAsync(cancellationToken);
        return new OwnReads(
            [.. rows.Select(r => new OwnRead(r.Name, r.What, TimeZoneInfo.ConvertTime(r.At, TimeZoneInfo.FindSystemTimeZoneById(r.TimeZone)), r.TimeZone))], count, page);
    }
}
