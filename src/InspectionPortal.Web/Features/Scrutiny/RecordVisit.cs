using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// A link officer looks at their partnerships. A visit lasts some hours; the next one begins a new "since I last looked".
/// </summary>
[Requires(Permission.ReadAcrossPartnerships)]
[AccountCommand]
public sealed record RecordVisit : ICommand<Visit>;

/// <summary>When the visit before this one began; null on the first.</summary>
public sealed record Visit(DateTimeOffset? LastLooked);

internal sealed class RecordVisitHandler(PortalDbContext database, CurrentSession current, TimeProvider time) : IRequestHandler<RecordVisit, Result<Visit>>
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(4);

    public async Task<Result<Visit>> Handle(RecordVisit command, CancellationToken cancellationToken)
    {
        var (user, now) = (current.RequiredPerson.UserId, time.GetUtcNow());
        var officers = await database.ScrutinyOfficers.Where(o => o.UserId == user).ToListAsync(cancellationToken);
        foreach (var officer in officers.Where(o => o.CurrentVisitAt is null || now - o.CurrentVisitAt > Length))
        {
            officer.LastVisitAt = officer.CurrentVisitAt;
            officer.CurrentVisitAt = now;
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Visit(officers.Min(o => o.LastVisitAt));
    }
}
