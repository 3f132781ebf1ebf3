using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// When did I last look at my partnerships? Answered from the access log, where each look is written, so that opening the page
/// writes nothing else. The database's policy shows a person their own entries in every partnership.
/// </summary>
[Requires(Permission.ReadAcrossPartnerships)]
public sealed record GetLastVisit : IQuery<LastVisit>;

internal sealed class GetLastVisitHandler(PortalDbContext database, CurrentSession current, TimeProvider time) : IRequestHandler<GetLastVisit, LastVisit?>
{
    /// <summary>The names under which the access log has a look. It keeps the second from before the query had its present name.</summary>
    private static readonly string[] Looks = [nameof(GetLinkOfficerDashboard), "GetPartnershipsInspected"];

    public async Task<LastVisit?> Handle(GetLastVisit query, CancellationToken cancellationToken)
    {
        var user = current.RequiredPerson.UserId;
        var looks = await database.AccessEntries.IgnoreQueryFilters([PortalDbContext.TenantFilter]).AsNoTracking()
            .Where(e => e.UserId == user && Looks.Contains(e.Query))
            .Select(e => e.At).Distinct().OrderByDescending(at => at).Take(Visits.LooksMaximum).ToListAsync(cancellationToken);
        return new LastVisit(Visits.LastBefore(time.GetUtcNow(), looks));
    }
}
