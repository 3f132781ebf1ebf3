using System.Linq.Expressions;
using InspectionPortal.Domain.Partnerships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data;

/// <summary>How tenant entities refer to one another: every foreign key carries tenant_id, so a row cannot point across.</summary>
public static class TenantMapping
{
    /// <summary>Maps a reference to another row of the same partnership by (tenant_id, <paramref name="keyProperty"/>).</summary>
    public static void BelongsTo<TEntity, TParent>(
        this EntityTypeBuilder<TEntity> builder,
        Expression<Func<TEntity, TParent?>> navigation,
        string keyProperty,
        Expression<Func<TParent, IEnumerable<TEntity>?>>? children = null,
        DeleteBehavior onDelete = DeleteBehavior.Restrict)
        where TEntity : class, ITenantScoped
        where TParent : class, ITenantScoped
    {
        builder.HasOne(navigation).WithMany(children)
            .HasForeignKey(nameof(ITenantScoped.TenantId), keyProperty)
            .OnDelete(onDelete);
        builder.HasIndex(nameof(ITenantScoped.TenantId), keyProperty);
    }
}
