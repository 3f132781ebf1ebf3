using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>
/// Hangfire's own pages at <c>/jobs</c>, for those who may see <c>/admin</c>. They are about all partnerships, so they know ids
/// and nothing else; unless the settings allow more, they only show.
/// </summary>
public static class JobsDashboard
{
    private const string Address = "/jobs";

    /// <summary>The pages' one POST that changes nothing: it asks for the figures on them.</summary>
    private const string Figures = "/stats";

    /// <summary>Maps the pages.</summary>
    public static void MapJobsDashboard(this IEndpointRouteBuilder routes)
    {
        var app = routes.CreateApplicationBuilder();
        var jobs = app.ApplicationServices.GetRequiredService<IOptions<JobOptions>>().Value;
        app.UsePathBase(Address);
        app.Use((context, next) => GuardAsync(context, next, jobs));
        app.UseMiddleware<AspNetCoreDashboardMiddleware>(
            app.ApplicationServices.GetRequiredService<JobStorage>(), Options(jobs), DashboardRoutes.Routes, true);
        routes.MapMethods($"{Address}/{{**path}}", [HttpMethods.Get, HttpMethods.Post], app.Build())
            .WithMetadata(new EndpointPlaceAttribute(EndpointPlace.Platform));
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate next, JobOptions jobs)
    {
        var isPost = HttpMethods.IsPost(context.Request.Method);
        if (isPost && !(await ReadableFormFilter.IsReadableAsync(context.Request, context.RequestAborted)
            && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        _ = context.RequestServices.GetRequiredService<CurrentSession>().MayRun<GetPlatform>();
        if (isPost && !jobs.AllowActions && context.Request.Path != Figures)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
    }

    private static DashboardOptions Options(JobOptions jobs) => new()
    {
        // The guard before it has asked already. This is the same question again, should somebody move the guard.
        Authorization = [new AdministratorsOnly()],
        AppPath = "/admin",
        DashboardTitle = "Jobs",
        DisplayStorageConnectionString = false,
        IsReadOnlyFunc = _ => !jobs.AllowActions,
        DisplayNameFunc = (_, job) => Name(job),
        StatsPollingInterval = (int)jobs.CheckIn.TotalMilliseconds,
    };

    private static string Name(Job job) => job.Type.IsAssignableTo(typeof(PortalJob)) ? PortalJob.Declared(job.Type).What : job.Type.Name;

    private sealed class AdministratorsOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) =>
            context.GetHttpContext().RequestServices.GetRequiredService<CurrentSession>().Person?.IsPlatformAdministrator == true;
    }
}
