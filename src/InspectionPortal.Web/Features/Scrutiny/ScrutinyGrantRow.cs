using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record ScrutinyGrantRow
{
    public Guid Id { get; init; }
    public required string Body { get; init; }
    public int Officers { get; init; }
    public required string Plan { get; init; }
    public GrantScope Scope { get; init; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset? Until { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? GrantedBy { get; init; }
    public string? RevokedBy { get; init; }

    /// <summary>When an officer of that body last read something while the grant was in force.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    public uint Version { get; init; }
}
