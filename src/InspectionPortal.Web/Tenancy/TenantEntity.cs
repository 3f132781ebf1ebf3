namespace InspectionPortal.Web.Tenancy;

/// <summary>Marks an entity as belonging to one partnership. Everything that is not so marked must be on the platform allow-list.</summary>
public interface ITenantScoped
{
    /// <summary>The partnership that owns the row: first column of the primary key, of every foreign key and of every index.</summary>
    int TenantId { get; set; }

    /// <summary>UUID version 7, unique within the partnership.</summary>
    Guid Id { get; set; }
}

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
