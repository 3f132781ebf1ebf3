using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The exact bytes that are signed, for a member who wants to keep them or work the hash out again.</summary>
[Requires(Permission.ReadReports)]
public sealed record GetSnapshot(Guid PeriodId) : IQuery<SnapshotFile>;

internal sealed class GetSnapshotHandler(PortalDbContext database) : IRequestHandler<GetSnapshot, SnapshotFile?>
{
    public async Task<SnapshotFile?> Handle(GetSnapshot query, CancellationToken cancellationToken) =>
        await database.PublishedReports.AsNoTracking().Where(r => r.PeriodId == query.PeriodId)
            .Select(r => new SnapshotFile(r.Snapshot, r.Title)).FirstOrDefaultAsync(cancellationToken)
        ?? await database.Submissions.AsNoTracking().Where(s => s.PeriodId == query.PeriodId && s.State == SubmissionState.WithChiefOfficers)
            .Select(s => new SnapshotFile(s.Snapshot, s.Period!.Title)).FirstOrDefaultAsync(cancellationToken);
}
