using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Testing;

/// <summary>Makes what a test needs, through the app's own context and behind its own walls.</summary>
public sealed partial class TestData(IServiceProvider services)
{
    /// <summary>Runs work on the platform's tables.</summary>
    public Task<T> OnPlatformAsync<T>(Func<PortalDbContext, Task<T>> work) => RunAsync(null, (database, _) => work(database));

    /// <summary>Runs work as one partnership and saves.</summary>
    public Task<T> InTenantAsync<T>(int tenantId, Func<PortalDbContext, Task<T>> work) => RunAsync(tenantId, (database, _) => work(database));

    /// <summary>Runs work as one partnership, with the app's services.</summary>
    public Task<T> RunAsync<T>(int? tenantId, Func<PortalDbContext, IServiceProvider, Task<T>> work) => RunInScopeAsync(tenantId, work);

    private async Task<T> RunInScopeAsync<T>(int? tenantId, Func<PortalDbContext, IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        if (tenantId is { } id)
        {
            scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(id);
        }

        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                var result = await work(database, scope.ServiceProvider);
                await database.SaveChangesAsync(token);
                return result;
            },
            CancellationToken.None);
    }

    /// <summary>A short word that no other test uses.</summary>
    public static string Unique(string prefix) => $"{prefix}-{Guid.NewGuid().ToString("N")[..10]}";
}

/// <summary>Somebody with an account.</summary>
public sealed record TestPerson(Guid Id, string Email, string Stamp);

/// <summary>A partnership that a test made, with one person of each role.</summary>
public sealed record TestPartnership(
    int Id, string Slug, string Name, string Canary, IReadOnlyDictionary<PartnershipRole, TestPerson> People)
{
    /// <summary>The plan that was made last.</summary>
    public Guid PlanId { get; set; }

    /// <summary>The address of that plan.</summary>
    public string PlanPath => $"/{Slug}/plans/{PlanId}";

    public TestPerson Lead => People[PartnershipRole.PartnershipLead];
    public TestPerson Contributor => People[PartnershipRole.Contributor];
    public TestPerson Chief => People[PartnershipRole.ChiefOfficer];
    public TestPerson Reader => People[PartnershipRole.Reader];
}
