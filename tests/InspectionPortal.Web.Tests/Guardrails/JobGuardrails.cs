using System.Reflection;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every job that exists.</summary>
public sealed class JobGuardrails
{
    /// <summary>What would let a job reach rows without entering a partnership first.</summary>
    private static readonly Type[] Forbidden =
    [
        typeof(PortalDbContext), typeof(UnitOfWork), typeof(TenantScope), typeof(IServiceProvider), typeof(IServiceScopeFactory), typeof(Npgsql.NpgsqlDataSource),
    ];

    private static readonly Type[] Jobs =
        [.. typeof(Program).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(PortalJob)))];

    [Fact]
    public void Job_Any_SaysWhatItIsAndRunsThroughTheBaseOfItsReach()
    {
        Assert.NotEmpty(Jobs);
        Assert.All(Jobs, job => Assert.True(
            job.GetCustomAttribute<JobIsAttribute>()?.Reach switch
            {
                JobReach.OnePartnership => job.IsSubclassOf(typeof(PartnershipAskedJob)),
                JobReach.EachPartnership => job.IsSubclassOf(typeof(EachPartnershipJob)),
                JobReach.Platform => job.IsSubclassOf(typeof(PlatformJob)),
                _ => false,
            },
            job.Name));
    }

    [Fact]
    public void Job_Undeclared_CannotRun() => Assert.Throws<InvalidOperationException>(() => PortalJob.Declared(typeof(JobGuardrails)));

    [Fact]
    public void Job_Any_HoldsNothingThatReachesRowsByItself() => Assert.Empty(
        from job in Jobs
        from parameter in job.GetConstructors().SelectMany(c => c.GetParameters())
        where Forbidden.Contains(parameter.ParameterType)
        select $"{job.Name}({parameter.ParameterType.Name})");

    [Fact]
    public void Tenant_IsEntered_InThreePlacesOnly()
    {
        var web = Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web");
        var places = Directory.EnumerateFiles(web, "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains(".EnterTenant(", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

        Assert.Equal(["DemonstrationSeeder.cs", "PartnershipScopes.cs", "TenantAccessMiddleware.cs"], places);
    }
}
