using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Testing;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Commands.Seeding.History;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Commands;

/// <summary>
/// A portal with the invented partnership. It is made in two runs: the first meets an error in the last month, as if it had been
/// interrupted, and the second goes on from there.
/// </summary>
public sealed class NorthshirePortal : PortalFixture
{
    public const string Slug = "northshire";

    public Partnership Northshire { get; private set; } = null!;

    /// <summary>What the first run said.</summary>
    public string Interrupted { get; private set; } = string.Empty;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Interrupted = (await Assert.ThrowsAsync<SeedException>(() => SeedAsync(WithErrorAtTheEnd()))).Message;
        await SeedAsync(TestCluster.SeedFiles);
        Northshire = await Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Slug == Slug));
    }

    public Task SeedAsync(SeedFiles files) => new HistorySeeder(Host.Services, Host.Services.GetRequiredService<ClockedServices>())
        .SeedAsync(files, TestCluster.SeededPassword, CancellationToken.None);

    public Task<T> InTenantAsync<T>(Func<PortalDbContext, Task<T>> read) => Data.InTenantAsync(Northshire.Id, read);

    public Task<TestPerson> PersonAsync(string email) => Data.OnPlatformAsync(async database =>
    {
        var user = await database.Users.SingleAsync(u => u.Email == email);
        return new TestPerson(user.Id, email, user.SecurityStamp!);
    });

    protected override Task<string> CloneAsync(TestCluster cluster) => cluster.CloneSeededAsync();

    /// <summary>A copy of the files whose last piece of evidence is of a type that the portal does not take.</summary>
    private SeedFiles WithErrorAtTheEnd()
    {
        var (from, to) = (Path.Combine(TestCluster.RepositoryRoot, "tenants-seed", Slug), Path.Combine(DataDirectory, "seed", Slug));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        var evidence = Path.Combine(to, "evidence.yaml");
        var text = File.ReadAllText(evidence).Replace("letter-to-families.txt", "letter-to-families.exe", StringComparison.Ordinal);
        File.WriteAllText(evidence, text);
        return new SeedFiles(Path.Combine(DataDirectory, "seed"));
    }
}
