using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InspectionPortal.Web.Data.Interceptors;

/// <summary>Second wall, on writes: refuses any row that is not of the current partnership.</summary>
public sealed class TenantWriteInterceptor(TenantScope scope) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Refuse(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Refuse(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries<ITenantScoped>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (scope.IsScrutiny || scope.TenantId is not { } tenant)
            {
                throw new InvalidOperationException("A tenant row cannot be written without a partnership to write it for.");
            }

            if (entry.Entity.TenantId != tenant)
            {
                throw new InvalidOperationException("A row of another partnership reached this unit of work.");
            }
        }
    }
}
