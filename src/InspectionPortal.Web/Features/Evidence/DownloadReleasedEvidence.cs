using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A link officer fetches the file of a released version.</summary>
[Requires(Permission.ReadEvidence)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record DownloadReleasedEvidence(Guid ItemId, int Number, bool IsViewed) : IQuery<EvidenceDownload>;

internal sealed class DownloadReleasedEvidenceHandler(GrantedEvidence granted)
    : IRequestHandler<DownloadReleasedEvidence, EvidenceDownload?>
{
    public async Task<EvidenceDownload?> Handle(DownloadReleasedEvidence query, CancellationToken cancellationToken)
    {
        var open = await granted.OpenAsync(cancellationToken);
        return await DownloadEvidenceHandler.ReadAsync(
            granted.VersionsOf(open, query.ItemId)
                .Where(v => v.Number == query.Number), ScanRule.ForOfficers, query.IsViewed, cancellationToken);
    }
}
