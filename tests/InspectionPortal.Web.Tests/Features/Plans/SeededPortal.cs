using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Testing;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>A portal whose clone holds the demonstration.</summary>
public sealed class SeededPortal : PortalFixture
{
    public Partnership Aberdeen { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Aberdeen = await Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Slug == "aberdeen"));
    }

    /// <summary>Seeds once more.</summary>
    public Task SeedAsync() => ActivatorUtilities.CreateInstance<DemonstrationSeeder>(Host.Services)
        .SeedAsync(TestCluster.SeedFiles, TestCluster.SeededPassword, CancellationToken.None);

    /// <summary>Reads one of the seeded partnerships, as it would itself.</summary>
    public async Task<T> InTenantAsync<T>(string slug, Func<PortalDbContext, Task<T>> read) =>
        await Data.InTenantAsync(await Data.OnPlatformAsync(database => database.Partnerships.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync()), read);

    /// <summary>A page of a seeded partnership, as its reader sees it.</summary>
    public async Task<TestPage> ReadAsync(string slug, string path) =>
        (await ClientFor(await PersonAsync($"reader@{slug}.example")).OpenAsync($"/{slug}{path}")).ShouldBeOk();

    public Task<TestPerson> PersonAsync(string email) => Data.OnPlatformAsync(async database =>
    {
        var user = await database.Users.SingleAsync(u => u.Email == email);
        return new TestPerson(user.Id, email, user.SecurityStamp!);
    });

    protected override Task<string> CloneAsync(TestCluster cluster) => cluster.CloneSeededAsync();
}
