using InspectionPortal.Web.Features.Health;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>The order in which a request passes through the portal.</summary>
public static class WebPipeline
{
    public static WebApplication UsePortal(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRequestLocalization(new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = false }
            .SetDefaultCulture("en-GB").AddSupportedCultures("en-GB").AddSupportedUICultures("en-GB"));
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<ErrorPageMiddleware>();
        app.UseMiddleware<LongAddresses>();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
        app.UseMiddleware<TenantResolutionMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SessionMiddleware>();
        app.UseMiddleware<TenantAccessMiddleware>();
        app.MapControllers();
        app.MapPortalHealth();
        return app;
    }
}
