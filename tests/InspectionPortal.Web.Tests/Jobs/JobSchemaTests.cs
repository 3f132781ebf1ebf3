using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Jobs;

/// <summary>Hangfire's schema belongs to the package: the portal is ready only where it finds the version that the package works with.</summary>
public sealed class JobSchemaTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Ready_WithoutTheSchemaOfJobs_IsNotUntilItIsMigrated()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());

        await portal.ExecuteAsync($"update hangfire.schema set version = {JobSchema.WantedVersion - 1}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());

        await portal.ExecuteAsync("drop schema hangfire cascade");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());

        await portal.Host.MigrateAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        Assert.Equal([$"{JobSchema.WantedVersion}"], await portal.ColumnAsync("select version::text from hangfire.schema"));
        portal.Host.Services.GetRequiredService<JobClient>().Enqueue(typeof(EnqueueMissedJobs));
        Assert.Single(await portal.RunsAsync<EnqueueMissedJobs>("Enqueued"));
    }

    [Fact]
    public async Task AppRole_InTheSchemaOfJobs_OwnsNothing() => Assert.Empty(await portal.ColumnAsync(
        $"""
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
        where n.nspname = '{JobSchema.Name}' and r.rolname = '{PortalDatabase.AppRole}'
        """));

    private async Task<HttpStatusCode> ReadyAsync() => (await portal.ClientFor(null).GetPageAsync("/health/ready")).Status;
}
