namespace InspectionPortal.Domain.Partnerships;

/// <summary>Marks an entity as belonging to one partnership. Everything that is not so marked must be on the platform allow-list.</summary>
public interface ITenantScoped
{
    /// <summary>The partnership that owns the row: first column of the primary key, of every foreign key and of every index.</summary>
    int TenantId { get; set; }

    /// <summary>UUID version 7, unique within the partnership.</summary>
    Guid Id { get; set; }
}
