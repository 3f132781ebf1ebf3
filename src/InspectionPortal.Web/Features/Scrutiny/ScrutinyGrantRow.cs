using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Access of a scrutiny body, or of one of its officers.</summary>
public sealed record ScrutinyGrantRow
{
    public Guid Id { get; init; }
    public required string Body { get; init; }

    /// <summary>The only officer who may read; null for all of the body.</summary>
    public string? Officer { get; init; }

    public int Officers { get; init; }

    /// <summary>What the body calls one of its officers.</summary>
    public required string OfficerTitle { get; init; }

    public required string Plan { get; init; }
    public GrantScope Scope { get; init; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset? Until { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? GrantedBy { get; init; }
    public string? RevokedBy { get; init; }

    /// <summary>When an officer whom it lets in last read something while it was in force.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    public uint Version { get; init; }
}
