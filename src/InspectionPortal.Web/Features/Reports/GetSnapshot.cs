using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The exact bytes that are signed, for a member who wants to keep them or work the hash out again: of a version of the published
/// report, or without a <paramref name="Number"/> of what is with the chief officers, else the newest version.
/// </summary>
[Requires(Permission.ReadReports)]
public sealed record GetSnapshot(Guid PeriodId, int? Number) : IQuery<SnapshotFile>;

internal sealed class GetSnapshotHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetSnapshot, SnapshotFile?>
{
    public async Task<SnapshotFile?> Handle(GetSnapshot query, CancellationToken cancellationToken)
    {
        var pending = query.Number is not null
            ? null
            : await database.PendingFor(current.RequiredTenant).AsNoTracking().Where(s => s.PeriodId == query.PeriodId)
                .Select(s => new SnapshotFile(s.Snapshot, s.Period!.Title)).FirstOrDefaultAsync(cancellationToken);
        var access = current.RequiredTenant;
        var published = query.Number is { } number
            ? database.ReportsFor(access).Where(r => r.PeriodId == query.PeriodId && r.Number == number)
            : database.NewestReportsFor(access).Where(r => r.PeriodId == query.PeriodId);
        return pending ?? await published.AsNoTracking().Select(r => new SnapshotFile(r.Snapshot, r.Title))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
