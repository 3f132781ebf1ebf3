using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>One item of evidence for a member: every version, its fingerprint, what it proves, and who outside may read it.</summary>
[Requires(Permission.ReadEvidence)]
public sealed record GetEvidence(Guid Id) : IQuery<EvidencePage>;

internal sealed class GetEvidenceHandler(PortalDbContext database, CurrentSession current, OwnItems own, ScanRule scans, TimeProvider time)
    : IRequestHandler<GetEvidence, EvidencePage?>
{
    public async Task<EvidencePage?> Handle(GetEvidence query, CancellationToken cancellationToken)
    {
        var tenant = current.RequiredTenant;
        var mayRelease = tenant.Has(Permission.ReleaseEvidence);
        var found = await database.EvidenceItems.AsNoTracking().Where(i => i.Id == query.Id)
            .Select(i => new
            {
                Item = i,
                Proofs = i.Links.AsQueryable().Select(EvidenceProof.Read).ToList(),
                Versions = i.Versions.OrderByDescending(v => v.Number).Select(v => new EvidenceVersionRow
                {
                    Id = v.Id,
                    Number = v.Number,
                    FileName = v.FileName,
                    ContentType = v.ContentType,
                    Size = v.Size,
                    Sha256 = v.Sha256,
                    Url = v.Url,
                    Note = v.Note,
                    Scan = v.Scan,
                    AddedAt = v.AddedAt,
                    ReleasedAt = v.ReleasedAt,
                    Version = v.Version,
                    AddedBy = database.Users.Where(u => u.Id == v.AddedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                    ReleasedBy = database.Users.Where(u => u.Id == v.ReleasedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                }).ToList(),
            })
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : EvidencePage.Of(found.Item, found.Versions, tenant.Partnership, scans) with
        {
            Proves = EvidenceProof.AllWords(found.Proofs, tenant.Partnership.Vocabulary.RecommendationWord),
            Readers = await Readers(database, time.GetUtcNow(), cancellationToken),
            MayRelease = mayRelease,
            MayAddVersion = tenant.Has(Permission.AddEvidence) && (mayRelease || await own.Items().AnyAsync(i => i.Id == query.Id, cancellationToken)),
        };
    }

    /// <summary>Bodies with a grant in force now.</summary>
    internal static Task<List<EvidenceReader>> Readers(PortalDbContext database, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ScrutinyGrants.AsNoTracking()
            .Where(g => g.RevokedAt == null && g.From <= now && (g.Until == null || g.Until > now))
            .OrderBy(g => g.Body!.Name)
            .Select(g => new EvidenceReader(g.Body!.Name, g.Plan!.Title, g.Scope))
            .ToListAsync(cancellationToken);
}
