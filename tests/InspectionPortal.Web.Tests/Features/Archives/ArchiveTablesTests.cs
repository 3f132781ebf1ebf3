using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Archives;

/// <summary>Holds the archive against the model: what a partnership owns is in it, and no secret is.</summary>
public sealed class ArchiveTablesTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly string[] Secrets = ["Password", "Stamp", "Token", "Secret", "StorageName"];

    [Fact]
    public void Model_EveryTenantEntity_IsATable()
    {
        var tables = ArchiveTables.Of(Model()).Select(t => t.Type).ToHashSet();

        Assert.Equal(
            Model().GetEntityTypes().Select(e => e.ClrType).Where(t => typeof(ITenantScoped).IsAssignableFrom(t)).ToHashSet(), tables);
    }

    [Fact]
    public void Model_EveryColumn_IsInItsTableOrLeftOutOnPurpose()
    {
        var tables = ArchiveTables.Of(Model()).ToDictionary(t => t.Type);
        var missing =
            from entity in Model().GetEntityTypes()
            where typeof(ITenantScoped).IsAssignableFrom(entity.ClrType)
            from property in entity.GetProperties()
            where !ArchiveTables.IsLeftOut(entity.ClrType, property.Name)
            let table = tables[entity.ClrType]
            where !table.Columns.Concat(table.Bytes).Any(c => string.Equals(c.Name, property.Name, StringComparison.OrdinalIgnoreCase))
            select $"{entity.ClrType.Name}.{property.Name}";

        Assert.Empty(missing);
        Assert.True(ArchiveTables.IsLeftOut(typeof(EvidenceVersion), nameof(EvidenceVersion.StorageName)));
    }

    [Fact]
    public void Model_EveryTenantEntity_KeepsItsDataInProperties()
    {
        // What the walk could not read: values without a property, and values within values.
        var hidden = Model().GetEntityTypes().Where(e => typeof(ITenantScoped).IsAssignableFrom(e.ClrType)).SelectMany(e => e.GetProperties()
            .Where(p => p.PropertyInfo is null && !ArchiveTables.IsLeftOut(e.ClrType, p.Name))
                .Select(p => $"{e.ClrType.Name}.{p.Name}")
            .Concat(e.GetComplexProperties().Select(p => $"{e.ClrType.Name}.{p.Name}"))
            .Concat(e.GetNavigations().Where(n => n.TargetEntityType.IsOwned()).Select(n => $"{e.ClrType.Name}.{n.Name}")));

        Assert.Empty(hidden);
    }

    [Fact]
    public void Tables_Any_HaveNoSecret() => Assert.Empty(
        ArchiveTables.Of(Model()).SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}"))
            .Where(c => Secrets.Any(s => c.Contains(s, StringComparison.OrdinalIgnoreCase))));

    [Fact]
    public void Tables_Of_ThePartnershipItself_AreThereToo() =>
        Assert.Contains(ArchiveTables.OfPartnership(Model()), c => c.Name == "layout");

    private IModel Model()
    {
        using var scope = portal.Host.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model;
    }
}

/// <summary>Nothing else runs beside it, since what it measures is the whole process.</summary>
[Collection(nameof(Evidence.Alone))]
public sealed class ArchiveMemoryTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const int Large = 25 * 1024 * 1024;

    [Fact]
    public async Task Build_WithTheLargestFile_AllocatesNoMoreThanWithASmallOne()
    {
        var (small, large) = (await WithFileAsync(1024), await WithFileAsync(Large));
        await AllocatedAsync(small);

        var (few, many) = (await AllocatedAsync(small), await AllocatedAsync(large));

        Assert.InRange(many - few, long.MinValue, 4 * 1024 * 1024);
    }

    private async Task<TestPartnership> WithFileAsync(int length)
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Small", released: false, ScanResult.Clean);
        var file = Directory.EnumerateFiles(Path.Combine(portal.DataDirectory, "evidence", $"{partnership.Id}")).Single();
        await using var stream = File.OpenWrite(file);
        var piece = new byte[64 * 1024];
        for (var left = length; left > 0; left -= piece.Length)
        {
            Random.Shared.NextBytes(piece);
            await stream.WriteAsync(piece.AsMemory(0, Math.Min(left, piece.Length)));
        }

        return partnership;
    }

    private async Task<long> AllocatedAsync(TestPartnership partnership)
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(partnership.Id);
        var disk = scope.ServiceProvider.GetRequiredService<ArchiveStore>().Create(partnership.Id, Guid.NewGuid());
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (size, _) = await scope.ServiceProvider.GetRequiredService<ArchiveBuilder>().BuildAsync(disk, partnership.Lead.Id, (_, _, _, _) => Task.CompletedTask, CancellationToken.None);
        Assert.True(size > 0);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
