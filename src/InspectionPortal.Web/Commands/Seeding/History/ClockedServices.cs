using Hangfire;
using InspectionPortal.Web.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>
/// The portal's services a second time, on a clock of their own. It is registered in Development only, so that no other installation can
/// do anything at a moment that is not now.
/// </summary>
public sealed class ClockedServices(IServiceCollection registered)
{
    /// <summary>Builds them. What listens, logs and queues jobs is shared with the portal that runs.</summary>
    /// <param name="portal">The services of the portal that runs.</param>
    /// <param name="clock">The time for everything that is resolved from them.</param>
    public ServiceProvider Build(IServiceProvider portal, SetClock clock)
    {
        var services = new ServiceCollection();
        foreach (var descriptor in registered)
        {
            ((ICollection<ServiceDescriptor>)services).Add(descriptor);
        }

        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        Share<IConfiguration>(services, portal);
        Share<ILoggerFactory>(services, portal);
        Share<IServer>(services, portal);
        Share<JobStorage>(services, portal);
        // What happened years ago is no news for whoever watches the log of this start.
        services.AddSingleton<ILogger<SecurityLog>>(NullLogger<SecurityLog>.Instance);
        return services.BuildServiceProvider();
    }

    /// <summary>An instance is not disposed of with the second services.</summary>
    private static void Share<T>(ServiceCollection services, IServiceProvider portal)
        where T : class => services.Replace(ServiceDescriptor.Singleton(portal.GetRequiredService<T>()));
}
