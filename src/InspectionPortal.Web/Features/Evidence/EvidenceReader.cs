using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A scrutiny body with a grant that is in force or will be, and what that means for one version.</summary>
public sealed record EvidenceReader(string Body, string? Officer, Guid PlanId, string Plan, GrantScope Scope, DateTimeOffset From)
{
    /// <summary>First moment at which it no longer opens anything; null is until revoked.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What the grant opens of the version.</summary>
    public EvidenceAccess Access { get; init; }

    /// <summary>True for a grant that has not begun.</summary>
    public bool StartsLater { get; init; }
}
