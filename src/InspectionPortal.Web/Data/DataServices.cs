using InspectionPortal.Web.Data.Interceptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace InspectionPortal.Web.Data;

/// <summary>Registers the database: one context a request, one transaction a message.</summary>
public static class DataServices
{
    public static IServiceCollection AddPortalData(this IServiceCollection services, PortalDatabase where)
    {
        services.AddSingleton(where);
        services.AddSingleton(_ =>
        {
            var source = new NpgsqlDataSourceBuilder(where.App);
            source.ConnectionStringBuilder.MaxAutoPrepare = 100;
            return source.Build();
        });
        services.AddSingleton<TransactionGuardInterceptor>();
        services.AddScoped<TenantTransactionInterceptor>();
        services.AddScoped<TenantWriteInterceptor>();
        services.AddScoped<AuditInterceptor>();
        services.AddScoped<ChangeOrigin>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<SchemaMigrator>();
        services.AddDbContext<PortalDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.EnableRetryOnFailure())
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(
                provider.GetRequiredService<TransactionGuardInterceptor>(),
                provider.GetRequiredService<TenantTransactionInterceptor>(),
                provider.GetRequiredService<TenantWriteInterceptor>(),
                provider.GetRequiredService<AuditInterceptor>()));
        return services;
    }
}
