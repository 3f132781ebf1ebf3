using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>The order in which a request passes through the portal.</summary>
public static class WebPipeline
{
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLocalization(new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = false }
            .SetDefaultCulture("en-GB").AddSupportedCultures("en-GB").AddSupportedUICultures("en-GB"));
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseMiddleware<PublicAddressMiddleware>();
        }

        app.UseMiddleware<ErrorPageMiddleware>();
        app.UseMiddleware<RequestLineLimit>();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
        app.UseMiddleware<TenantResolutionMiddleware>();
        app.UseMiddleware<MovedAddressMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SessionMiddleware>();
        app.UseMiddleware<SecondFactorMiddleware>();
        app.UseMiddleware<TenantAccessMiddleware>();
        app.UseMiddleware<PageCacheMiddleware>();
        app.MapControllers();
        app.MapPortalHealth();
        return app;
    }
}
