namespace InspectionPortal.Domain.Partnerships;

/// <summary>Base of every entity that belongs to one partnership: key (tenant_id, id), version from PostgreSQL's xmin.</summary>
public abstract class TenantEntity : ITenantScoped
{
    /// <inheritdoc />
    public int TenantId { get; set; }

    /// <inheritdoc />
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The row version a form carries, so that saving over a newer one is noticed.</summary>
    public uint Version { get; set; }
}
