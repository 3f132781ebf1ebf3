using InspectionPortal.Domain.Plans;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Tenancy;

/// <summary>The walls that hold when the code in front of them is wrong.</summary>
public sealed class RowLevelSecurityTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Select_WithoutTenant_ShowsNoRow()
    {
        await MadeAsync();

        Assert.Equal(0L, await ScalarAsync(tenant: null, "select count(*) from plans"));
    }

    [Fact]
    public async Task Select_AsAnotherTenant_ShowsNoRow()
    {
        var (partnership, plan) = await MadeAsync();
        var (other, _) = await MadeAsync();

        Assert.Equal(1L, await ScalarAsync(partnership.Id, $"select count(*) from plans where id = '{plan.Id}'"));
        Assert.Equal(0L, await ScalarAsync(other.Id, $"select count(*) from plans where id = '{plan.Id}'"));
    }

    [Fact]
    public async Task Insert_ForAnotherTenant_IsRefused()
    {
        var (partnership, _) = await MadeAsync();
        var (other, _) = await MadeAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(
            partnership.Id, $"insert into plans (tenant_id, id, title) values ({other.Id}, '{Guid.NewGuid()}', 'x') returning 1"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Insert_PointingAcross_IsRefusedByTheKey()
    {
        var (partnership, plan) = await MadeAsync();
        var (other, _) = await MadeAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => portal.Data.InTenantAsync(other.Id, database =>
        {
            database.Add(new StretchAim { PlanId = plan.Id, Number = "9", Statement = $"Across from {partnership.Slug}" });
            return Task.FromResult(true);
        }));
    }

    [Fact]
    public async Task SaveChanges_RowOfAnotherTenant_Throws()
    {
        var (partnership, _) = await MadeAsync();
        var (other, _) = await MadeAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.InTenantAsync(other.Id, database =>
        {
            database.Add(new Plan { TenantId = partnership.Id, Title = "Elsewhere" });
            return Task.FromResult(true);
        }));
    }

    [Fact]
    public async Task Query_TenantEntityOutsideTransaction_Throws()
    {
        var (partnership, _) = await MadeAsync();
        await using var scope = portal.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(partnership.Id);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => scope.ServiceProvider.GetRequiredService<PortalDbContext>().Plans.ToListAsync());
    }

    [Fact]
    public async Task Query_FilterTakenAway_StillShowsOneTenant()
    {
        var (partnership, plan) = await MadeAsync();
        var (_, otherPlan) = await MadeAsync();

        var ids = await portal.Data.InTenantAsync(partnership.Id, database =>
            database.Plans.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Select(p => p.Id).ToListAsync());

        Assert.Contains(plan.Id, ids);
        Assert.DoesNotContain(otherPlan.Id, ids);
    }

    [Fact]
    public async Task ScrutinyRole_OverGrantedTenants_ReadsThoseAndWritesNothing()
    {
        var (partnership, plan) = await MadeAsync();
        var (granted, grantedPlan) = await MadeAsync();
        var (_, hidden) = await MadeAsync();
        await using var scope = portal.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterScrutiny([new(partnership.Id, plan.Id, IsLive: true), new(granted.Id, grantedPlan.Id, IsLive: true)]);
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();

        var (ids, refused) = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                var seen = await database.Plans.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Select(p => p.Id).ToListAsync(token);
                var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlAsync($"update plans set title = 'x'", token));
                return (seen, refusal);
            },
            _ => false,
            CancellationToken.None);

        Assert.Equal(new[] { plan.Id, grantedPlan.Id }.Order(), ids.Order());
        Assert.DoesNotContain(hidden.Id, ids);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Settings_AfterTheTransaction_AreGone()
    {
        var (partnership, _) = await MadeAsync();
        await using var connection = new NpgsqlConnection(portal.AppConnection);
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var set = new NpgsqlCommand($"select set_config('app.tenant', '{partnership.Id}', true)", connection);
            await set.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }

        await using var count = new NpgsqlCommand("select count(*) from plans", connection);
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects: 1));
    }

    private async Task<object?> ScalarAsync(int? tenant, string sql)
    {
        await using var connection = new NpgsqlConnection(portal.AppConnection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (tenant is { } id)
        {
            await using var set = new NpgsqlCommand("select set_config('app.tenant', $1, true)", connection);
            set.Parameters.AddWithValue(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await set.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
