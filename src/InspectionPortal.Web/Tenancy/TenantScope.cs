namespace InspectionPortal.Web.Tenancy;

/// <summary>
/// Whose rows the current unit of work may touch. Set once, before the transaction begins; the interceptor hands it to
/// PostgreSQL, whose row-level security does the refusing. Nothing set means no rows and no writes.
/// </summary>
public sealed class TenantScope
{
    private bool _isFounded;

    /// <summary>The partnership whose rows may be read and written, or null.</summary>
    public int? TenantId { get; private set; }

    /// <summary>The person whose own memberships and grants may be read across partnerships, or null.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>Plans that may be read, never written, under the scrutiny role; empty outside it.</summary>
    public IReadOnlyList<GrantedPlan> ScrutinyPlans { get; private set; } = [];

    /// <summary>Partnerships of those plans, each once.</summary>
    public IReadOnlyList<int> ScrutinyTenants => [.. ScrutinyPlans.Select(p => p.TenantId).Distinct()];

    /// <summary>True where work runs under the database role that can only read.</summary>
    public bool IsScrutiny { get; private set; }

    /// <summary>Work as a member of one partnership.</summary>
    /// <exception cref="InvalidOperationException">Another partnership was already entered in this scope.</exception>
    public void EnterTenant(int tenantId)
    {
        if (IsScrutiny || (TenantId is { } current && current != tenantId))
        {
            throw new InvalidOperationException("This unit of work already belongs elsewhere; a partnership is entered once.");
        }

        TenantId = tenantId;
    }

    /// <summary>
    /// Work as a partnership that this very unit of work creates. Only <see cref="Data.UnitOfWork"/> calls it, with a number
    /// that no partnership has had, and leaves it when the transaction ends.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope belongs to a partnership already.</exception>
    internal void EnterFounded(int tenantId)
    {
        if (IsScrutiny || TenantId is not null)
        {
            throw new InvalidOperationException("A partnership is founded from the platform, never from within another.");
        }

        TenantId = tenantId;
        _isFounded = true;
    }

    /// <summary>Back to the platform, where <see cref="EnterFounded"/> came from; nothing otherwise.</summary>
    internal void LeaveFounded()
    {
        if (_isFounded)
        {
            TenantId = null;
            _isFounded = false;
        }
    }

    /// <summary>Read under the scrutiny role, in these plans only.</summary>
    /// <exception cref="InvalidOperationException">A partnership was already entered as a member.</exception>
    public void EnterScrutiny(IEnumerable<GrantedPlan> plans)
    {
        if (TenantId is not null && !IsScrutiny)
        {
            throw new InvalidOperationException("A member's unit of work cannot become a scrutiny one.");
        }

        IsScrutiny = true;
        ScrutinyPlans = [.. plans.Distinct()];
        TenantId = ScrutinyTenants is [var only] ? only : null;
    }

    /// <summary>Names the signed-in person to the database.</summary>
    public void EnterUser(Guid userId) => UserId = userId;
}
