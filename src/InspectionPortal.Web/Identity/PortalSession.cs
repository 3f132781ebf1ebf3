using InspectionPortal.Web.Identity.Factors;

namespace InspectionPortal.Web.Identity;

/// <summary>The signed-in person as the database knows them at this request: roles and grants are read anew each time.</summary>
public sealed record PortalSession(
    Guid UserId,
    string DisplayName,
    string Email,
    bool IsPlatformAdministrator,
    IReadOnlyList<SessionMembership> Memberships,
    IReadOnlyList<SessionGrant> Grants,
    IReadOnlyList<SessionBody> Bodies)
{
    public bool IsLinkOfficer => Bodies.Count > 0;

    /// <summary>True where they add and remove the officers of that scrutiny body.</summary>
    public bool Administers(Guid body) => Bodies.Any(b => b.Id == body && b.IsAdministrator);

    /// <summary>Whether they have a second step, and since when they need one.</summary>
    public required SecondFactorState SecondFactor { get; init; }

    /// <summary>The sign-in that this request belongs to.</summary>
    public required SessionProof Proof { get; init; }

    /// <summary>
    /// Grows with every change of what pages of the partnership asked for show. Whatever was made at the same number, or at a later one, is
    /// still right.
    /// </summary>
    public long PageRevision { get; init; }
}
