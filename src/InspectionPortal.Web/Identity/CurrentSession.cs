namespace InspectionPortal.Web.Identity;

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
