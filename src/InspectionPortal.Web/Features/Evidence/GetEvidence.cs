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

internal sealed class GetEvidenceHandler(
    PortalDbContext database, CurrentSession current, OwnItems own, ScanRule scans, EvidenceReach reach, TimeProvider time)
    : IRequestHandler<GetEvidence, EvidencePage?>
{
    private const int SameMaximum = 50;

    public async Task<EvidencePage?> Handle(GetEvidence query, CancellationToken cancellationToken)
    {
        var tenant = current.RequiredTenant;
        var mayRelease = tenant.Has(Permission.ReleaseEvidence);
        var found = await FindAsync(query.Id, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var isOwn = found.Item.WithdrawnAt is null && tenant.Has(Permission.AddEvidence)
            && (mayRelease || await own.Items().AnyAsync(i => i.Id == query.Id, cancellationToken));
        return EvidencePage.Of(found.Item, found.Versions, tenant.Partnership, scans) with
        {
            Proves = EvidenceProof.AllWords(found.Proofs, tenant.Partnership.Vocabulary.RecommendationWord),
            Readers = await reach.ReadersAsync(query.Id, Shown(found.Versions).Id, cancellationToken),
            ReadersOf = Shown(found.Versions),
            SameContent = await SameAsync([.. found.Versions.Select(v => v.Sha256)], cancellationToken),
            MayRelease = mayRelease && found.Item.WithdrawnAt is null,
            MayAddVersion = isOwn,
            MayEdit = isOwn,
            MayRetract = tenant.Has(Permission.AddEvidence) && await own.Retractable().AnyAsync(i => i.Id == query.Id, cancellationToken),
            WithdrawnBy = found.WithdrawnBy,
            Destruction = DestructionOf(found),
        };
    }

    private EvidenceDestruction DestructionOf(Found found) => new()
    {
        RequestedAt = found.Item.DestructionRequestedAt,
        RequestedBy = found.RequestedBy,
        Reason = found.Item.DestructionReason,
        DestroyedAt = found.Item.DestroyedAt,
        DestroyedBy = found.DestroyedBy,
        MayRequest = DestructionRules.MayRequest(found.Item, current.RequiredTenant, time.GetUtcNow()),
        MayConfirm = DestructionRules.MayConfirm(found.Item, current.RequiredTenant, current.RequiredPerson.UserId),
        MayDecline = DestructionRules.MayDecline(found.Item, current.RequiredTenant),
    };

    private async Task<Found?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await database.EvidenceItems.AsNoTracking().Where(i => i.Id == id)
            .Select(i => new Found
            {
                Item = i,
                WithdrawnBy = database.Users.Where(u => u.Id == i.WithdrawnByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                RequestedBy = database.Users.Where(u => u.Id == i.DestructionRequestedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                DestroyedBy = database.Users.Where(u => u.Id == i.DestroyedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                Proofs = i.Links.AsQueryable().Select(EvidenceProof.Read).ToList(),
            })
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : found with { Versions = await VersionsAsync(id, cancellationToken) };
    }

    private Task<List<EvidenceVersionRow>> VersionsAsync(Guid id, CancellationToken cancellationToken) =>
        database.EvidenceVersions.AsNoTracking().Where(v => v.ItemId == id).OrderByDescending(v => v.Number)
            .Select(v => new EvidenceVersionRow
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
                ScanNote = v.ScanNote,
                HasMacros = v.HasMacros,
                Contents = v.Contents,
                AddedAt = v.AddedAt,
                DestroyedAt = v.DestroyedAt,
                ReleasedAt = v.ReleasedAt,
                Version = v.Version,
                AddedBy = database.Users.Where(u => u.Id == v.AddedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                ReleasedBy = database.Users.Where(u => u.Id == v.ReleasedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

    private Task<List<SameContentRow>> SameAsync(List<string> hashes, CancellationToken cancellationToken) =>
        database.EvidenceVersions.AsNoTracking().Where(v => hashes.Contains(v.Sha256)).OrderBy(v => v.AddedAt).Take(SameMaximum)
            .Select(v => new SameContentRow(v.ItemId, v.Item!.Title, v.Number, v.Id, v.Sha256)).ToListAsync(cancellationToken);

    /// <summary>The version whose readers the page names: the newest that is released, else the newest.</summary>
    private static EvidenceVersionRow Shown(List<EvidenceVersionRow> versions) =>
        versions.Find(v => v.ReleasedAt is not null) ?? versions[0];

    private sealed record Found
    {
        public required EvidenceItem Item { get; init; }
        public string? WithdrawnBy { get; init; }
        public string? RequestedBy { get; init; }
        public string? DestroyedBy { get; init; }
        public required List<EvidenceProof> Proofs { get; init; }
        public List<EvidenceVersionRow> Versions { get; init; } = [];
    }
}
