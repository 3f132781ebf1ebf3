using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What is about to be released, and to whom.</summary>
[Requires(Permission.ReleaseEvidence)]
public sealed record StartRelease(Guid ItemId, int? Number) : IQuery<ReleaseStart>;

internal sealed class StartReleaseHandler(PortalDbContext database, CurrentSession current, EvidenceReach reach)
    : IRequestHandler<StartRelease, ReleaseStart?>
{
    public async Task<ReleaseStart?> Handle(StartRelease query, CancellationToken cancellationToken)
    {
        var found = await database.EvidenceVersions.AsNoTracking()
            .Where(v => v.ItemId == query.ItemId && (query.Number == null || v.Number == query.Number))
            .OrderByDescending(v => v.Number)
            .Select(v => new
            {
                v.Item!.Title,
                v.Item.Classification,
                v.Item.HasPersonalData,
                Row = new EvidenceVersionRow
                {
                    Id = v.Id,
                    Number = v.Number,
                    FileName = v.FileName,
                    ContentType = v.ContentType,
                    Size = v.Size,
                    Sha256 = v.Sha256,
                    Url = v.Url,
                    Scan = v.Scan,
                    HasMacros = v.HasMacros,
                    AddedAt = v.AddedAt,
                    ReleasedAt = v.ReleasedAt,
                    Version = v.Version,
                },
            })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new ReleaseStart(
                query.ItemId, found.Title, found.Classification, found.HasPersonalData, found.Row,
                await reach.ReadersAsync(query.ItemId, found.Row.Id, cancellationToken))
            {
                Zone = TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone),
            };
    }
}
