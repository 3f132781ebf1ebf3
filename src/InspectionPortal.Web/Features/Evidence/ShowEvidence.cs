using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>One item of evidence for a member: every version, its fingerprint, what it proves, and who outside may read it.</summary>
[Requires(Permission.ReadEvidence)]
public sealed record ShowEvidence(Guid Id) : IQuery<EvidencePage>;

/// <summary>The page of an item, for members and for link officers; what a link officer does not see is absent.</summary>
public sealed record EvidencePage : IReadByLinkOfficers
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public EvidenceForm Form { get; init; }
    public KindOfKnowing Kind { get; init; }
    public EvidenceClassification Classification { get; init; }
    public IReadOnlyList<ProvedWords> Proves { get; init; } = [];
    public IReadOnlyList<EvidenceVersionRow> Versions { get; init; } = [];

    /// <summary>Who may read what is released, in words; empty for a link officer and where no grant is in force.</summary>
    public IReadOnlyList<EvidenceReader> Readers { get; init; } = [];

    public bool MayAddVersion { get; init; }
    public bool MayRelease { get; init; }
    public bool IsForLinkOfficer { get; init; }
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public string WhatWasRead => $"Evidence: {Title}";

    internal static EvidencePage Of(EvidenceItem item, IEnumerable<EvidenceVersionRow> versions, SessionPartnership partnership, ScanRule scans) => new()
    {
        Id = item.Id,
        Title = item.Title,
        Description = item.Description,
        Form = item.Form,
        Kind = item.Kind,
        Classification = item.Classification,
        Versions = [.. versions.Select(v => v with { Readability = scans.Judge(v.Scan) })],
        Zone = TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone),
    };
}

/// <summary>Something proved, and where it stands; null where the reader has no page of it.</summary>
public sealed record ProvedWords(string Text, string? Href);

/// <summary>A version as the page shows it; <see cref="Version"/> is the row's, for the forms.</summary>
public sealed record EvidenceVersionRow
{
    public Guid Id { get; init; }
    public int Number { get; init; }
    public string? FileName { get; init; }
    public string? ContentType { get; init; }
    public long? Size { get; init; }
    public required string Sha256 { get; init; }
    public string? Url { get; init; }
    public string? Note { get; init; }
    public ScanResult Scan { get; init; }

    /// <summary>Whether its file may be read, by its scan.</summary>
    public EvidenceReadability Readability { get; init; }

    public DateTimeOffset AddedAt { get; init; }
    public string? AddedBy { get; init; }
    public DateTimeOffset? ReleasedAt { get; init; }
    public string? ReleasedBy { get; init; }
    public uint Version { get; init; }
}

/// <summary>A scrutiny body with a grant in force.</summary>
public sealed record EvidenceReader(string Body, string Plan, GrantScope Scope);

internal sealed class ShowEvidenceHandler(PortalDbContext database, CurrentSession current, OwnItems own, ScanRule scans, TimeProvider time)
    : IRequestHandler<ShowEvidence, EvidencePage?>
{
    public async Task<EvidencePage?> Handle(ShowEvidence query, CancellationToken cancellationToken)
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
