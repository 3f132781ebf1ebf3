using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The page of an item, for members and for link officers; what a link officer does not see is absent.</summary>
public sealed record EvidencePage : IReadByLinkOfficers
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public EvidenceForm Form { get; init; }
    public EvidenceType Kind { get; init; }
    public EvidenceClassification Classification { get; init; }
    public DateOnly? MadeOn { get; init; }
    public string? Source { get; init; }
    public bool HasPersonalData { get; init; }
    public IReadOnlyList<ProvenItem> Proves { get; init; } = [];
    public IReadOnlyList<EvidenceVersionRow> Versions { get; init; } = [];

    /// <summary>Who may read what is released, in words; empty for a link officer and where no grant is in force.</summary>
    public IReadOnlyList<EvidenceReader> Readers { get; init; } = [];

    /// <summary>The version that <see cref="Readers"/> is about; null for a link officer.</summary>
    public EvidenceVersionRow? ReadersOf { get; init; }

    /// <summary>Other versions with the same content as one of these; empty for a link officer.</summary>
    public IReadOnlyList<SameContentRow> SameContent { get; init; } = [];

    public bool MayAddVersion { get; init; }
    public bool MayEdit { get; init; }
    public bool MayRetract { get; init; }

    /// <summary>When and why it stopped being evidence; null where it did not.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? WithdrawnReason { get; init; }
    public string? WithdrawnBy { get; init; }

    /// <summary>Whether and how its files were destroyed; null for a link officer.</summary>
    public EvidenceDestruction? Destruction { get; init; }

    /// <summary>The row's version, for the form that declines the destruction.</summary>
    public uint Version { get; init; }

    public bool MayRelease { get; init; }
    public bool IsForLinkOfficer { get; init; }

    /// <summary>True where something will scan what waits.</summary>
    public bool HasScanner { get; init; }

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
        MadeOn = item.MadeOn,
        Source = item.Source,
        HasPersonalData = item.HasPersonalData,
        WithdrawnAt = item.WithdrawnAt,
        WithdrawnReason = item.WithdrawnReason,
        Version = item.Version,
        HasScanner = scans.HasScanner,
        Versions = [.. versions.Select(v => v with { Readability = scans.Judge(v.Scan) })],
        Zone = TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone),
    };
}
