using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;

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
}

/// <summary>What the session knows of a partnership, enough for any page's frame.</summary>
public sealed record SessionPartnership(
    int Id, string Slug, string Name, PartnershipKind Kind, Vocabulary Vocabulary, IReadOnlyList<Rating> RagKey, int Quorum,
    string TimeZone, DateOnly? AsAt, string? DemonstrationNote, PlanLayout Layout);

/// <summary>All roles of the person in one partnership.</summary>
public sealed record SessionMembership(SessionPartnership Partnership, IReadOnlySet<PartnershipRole> Roles, string? Capacity);

/// <summary>One grant in force now that opens a partnership to the person through a scrutiny body.</summary>
public sealed record SessionGrant(
    Guid Id, SessionPartnership Partnership, Guid BodyId, string BodyName, Guid PlanId, GrantScope Scope, DateTimeOffset From, DateTimeOffset? Until);

public sealed record SessionBody(Guid Id, string Name, string ShortName, DateTimeOffset? LastVisitAt);

/// <summary>How the person came into the partnership of this request: as a member, or by grant; never both.</summary>
public sealed class TenantAccess
{
    private TenantAccess(SessionPartnership partnership, SessionMembership? membership, IReadOnlyList<SessionGrant> grants)
    {
        Partnership = partnership;
        Membership = membership;
        Grants = grants;
        Permissions = membership is null
            ? new HashSet<Permission>()
            : membership.Roles.SelectMany(RolePermissions.Of).ToHashSet();
    }

    public SessionPartnership Partnership { get; }

    /// <summary>Null where access is by grant.</summary>
    public SessionMembership? Membership { get; }

    /// <summary>Grants in force; empty for a member.</summary>
    public IReadOnlyList<SessionGrant> Grants { get; }

    public IReadOnlySet<Permission> Permissions { get; }

    public bool IsByGrant => Membership is null;

    public bool Has(Permission permission) => Permissions.Contains(permission);

    /// <summary>Plans that a grant of at least <paramref name="scope"/> opens.</summary>
    public IReadOnlyList<Guid> GrantedPlans(GrantScope scope) =>
        [.. Grants.Where(g => g.Scope >= scope).Select(g => g.PlanId).Distinct()];

    /// <summary>Access of this person to the partnership with that slug; null where there is none.</summary>
    public static TenantAccess? Find(PortalSession session, string slug)
    {
        var membership = session.Memberships.FirstOrDefault(m => m.Partnership.Slug == slug);
        if (membership is not null)
        {
            return new TenantAccess(membership.Partnership, membership, []);
        }

        var grants = session.Grants.Where(g => g.Partnership.Slug == slug).ToList();
        return grants.Count == 0 ? null : new TenantAccess(grants[0].Partnership, null, grants);
    }
}

/// <summary>The session and tenant access of the current request; both null for someone who has not signed in.</summary>
public sealed class CurrentSession
{
    public PortalSession? Person { get; private set; }

    public TenantAccess? Tenant { get; private set; }

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public PortalSession RequiredPerson => Person ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The partnership of this request.</summary>
    /// <exception cref="InvalidOperationException">The request is not within a partnership.</exception>
    public TenantAccess RequiredTenant => Tenant ?? throw new InvalidOperationException("This request is not within a partnership.");

    public void SignIn(PortalSession person) => Person = person;

    public void Enter(TenantAccess access) => Tenant = access;
}
