using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Data.Queries;
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
        services.AddScoped<AuditVerifier>();
        services.AddScoped<ApprovedReports>();
        // A connection and not the source: EF Core builds its model and compiles its queries anew for each data source,
        // so several hosts in one process, as in the tests, would each pay for that.
        services.AddDbContext<PortalDbContext>((provider, options) => options
            .UseNpgsql(
                provider.GetRequiredService<NpgsqlDataSource>().CreateConnection(), contextOwnsConnection: true, npgsql => npgsql.EnableRetryOnFailure())
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(
                provider.GetRequiredService<TransactionGuardInterceptor>(),
                provider.GetRequiredService<TenantTransactionInterceptor>(),
                provider.GetRequiredService<TenantWriteInterceptor>(),
                provider.GetRequiredService<AuditInterceptor>()));
        return services;
    }
}
