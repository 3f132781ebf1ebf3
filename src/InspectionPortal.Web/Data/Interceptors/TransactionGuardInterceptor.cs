using System.Data.Common;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Partnerships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InspectionPortal.Web.Data.Interceptors;

/// <summary>
/// Refuses a command that touches a tenant table outside a transaction: without one the tenant is not set, and the
/// answer would be an empty page that looks like the truth.
/// </summary>
public sealed class TransactionGuardInterceptor : DbCommandInterceptor
{
    private Regex? _tenantTables;

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Guard(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Guard(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Guard(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Guard(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Guard(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Guard(command, eventData);
        return ValueTask.FromResult(result);
    }

    private void Guard(DbCommand command, CommandEventData eventData)
    {
        if (command.Transaction is not null
            || eventData.Context is not PortalDbContext context
            || eventData.CommandSource is CommandSource.Migrations)
        {
            return;
        }

        _tenantTables ??= new Regex(
            $@"\b({string.Join('|', TenantTables(context))})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        if (_tenantTables.IsMatch(command.CommandText))
        {
            throw new InvalidOperationException(
                "A tenant table was used outside a transaction. Send a message through the pipeline, or use UnitOfWork.");
        }
    }

    private static IEnumerable<string> TenantTables(PortalDbContext context) =>
        context.Model.GetEntityTypes()
            .Where(e => typeof(ITenantScoped).IsAssignableFrom(e.ClrType))
            .Select(e => Regex.Escape(e.GetTableName()!));
}
