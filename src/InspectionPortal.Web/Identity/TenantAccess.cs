using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Identity;

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
            : membership.Roles.SelectMany(RolePermissions.Of)
                .Concat(membership.DelegateFor is null ? [] : RolePermissions.OfDelegate).ToHashSet();
    }

    public SessionPartnership Partnership { get; }

    /// <summary>Null where access is by grant.</summary>
    public SessionMembership? Membership { get; }

    /// <summary>Grants in force; empty for a member.</summary>
    public IReadOnlyList<SessionGrant> Grants { get; }

    public IReadOnlySet<Permission> Permissions { get; }

    public bool IsByGrant => Membership is null;

    /// <summary>The chief officer for whom the person decides on reports today; null for none.</summary>
    public SessionDelegation? DelegateFor => Membership?.DelegateFor;

    /// <summary>The texts of a project that this person may read.</summary>
    public IReadOnlyList<ProjectField> ProjectFields => Domain.Projects.ProjectFields.VisibleTo(Partnership.Layout, IsByGrant);

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
