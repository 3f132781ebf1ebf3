using System.Data.Common;
using System.Globalization;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace InspectionPortal.Web.Data.Interceptors;

/// <summary>
/// Fourth wall: tells PostgreSQL, as each transaction starts, whose rows it may show. The settings end with the
/// transaction, so a pooled connection carries nothing over to the next person.
/// </summary>
public sealed class TenantTransactionInterceptor(TenantScope scope) : DbTransactionInterceptor
{
    private const string MemberSettings =
        "select set_config('app.tenant', $1, true), set_config('app.user', $2, true)";

    /// <summary>What a link officer reads in another form than members is a view in the first of these schemas.</summary>
    private const string ScrutinySettings =
        "select set_config('app.tenants', $1, true), set_config('app.user', $2, true), set_config('app.plans', $3, true), "
        + "set_config('app.live', $4, true), set_config('search_path', 'scrutiny, public', true), "
        + "set_config('role', 'portal_scrutiny', true)";

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = SettingsCommand(connection, result);
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = SettingsCommand(connection, result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private NpgsqlCommand SettingsCommand(DbConnection connection, DbTransaction transaction)
    {
        var user = scope.UserId?.ToString() ?? string.Empty;
        var (text, values) = scope.IsScrutiny
            ? (ScrutinySettings, new[]
            {
                List(p => p.TenantId.ToString(CultureInfo.InvariantCulture)), user, List(p => p.PlanId.ToString()), List(p => p.IsLive ? "true" : "false"),
            })
            : (MemberSettings, [scope.TenantId?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, user]);
        var command = new NpgsqlCommand(text, (NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v, NpgsqlDbType = NpgsqlDbType.Text }).ToArray());
        return command;
    }

    /// <summary>One value of each grant, in the same order each time: the database reads the lists side by side.</summary>
    private string List(Func<GrantedPlan, string> value) => string.Join(',', scope.ScrutinyPlans.Select(value));
}
