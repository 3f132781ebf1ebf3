using InspectionPortal.Web.Features.Account.Factors;
using InspectionPortal.Web.Features.Account.Feeds;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Features.Inspections.Requests;
using InspectionPortal.Web.Features.Inspections.Statements;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Platform;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Public;
using InspectionPortal.Web.Features.Reports;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Features.Scrutiny.Movement;
using InspectionPortal.Web.Features.Undo;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Features.Updates.Calendars;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Notifications;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features;

/// <summary>Registers what features need beyond their messages, which the pipeline finds by itself.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddEvidence();
        services.AddArchives();
        services.AddScoped<StreamedForms>().AddImports(configuration).AddScoped<PlanImporter>().AddScoped<ImportRunner>().AddScoped<ImportUndoer>();
        services.AddPartnershipJob<ConfirmImportJob>(JobKind.BringIn).AddPartnershipJob<UndoImportJob>(JobKind.UndoImport)
            .AddRecurringJob<CleanUpImportsJob>("nightly-imports", jobs => jobs.Nightly)
            .AddRecurringJob<CleanUpAutosavedUpdatesJob>("nightly-autosaved-updates", jobs => jobs.Nightly)
            .AddRecurringJob<OpenPeriodsJob>("open-periods", "4 * * * *")
            .AddRecurringJob<SendUpdateRemindersJob>("update-reminders", "7 * * * *")
            .AddRecurringJob<SendAccessEndingJob>("access-ending", "11 7-17 * * *")
            .AddRecurringJob<SendDigestsJob>("link-officer-digests", "23 7 * * *");
        services.AddScoped<RequestNotices>().AddScoped<StatementNotifications>();
        services.AddScoped<MovementReader>().AddScoped<DigestWriter>().AddScoped<AccessNotices>().AddScoped<EvidenceWanted>();
        services.AddSingleton<CalendarFeedLimiter>().AddScoped<CalendarFeedReader>().AddScoped<CalendarEntries>();
        services.AddScoped<SignalQuestions>();
        services.AddScoped<TestOfChangeAccess>().AddScoped<ProjectSectionSaver>().AddScoped<SeveralChanger>().AddScoped<UndoRules>();
        services.AddScoped<UpdateReminders>().AddScoped<CalendarPeriodOpener>().AddPortalNotifications();
        services.AddScoped<PublicReportReader>().AddScoped<PublicPageStateReader>();
        services.AddScoped<ReportNotices>().AddScoped<ReportNotifications>();
        services.AddScoped<OwnFactors>().AddScoped<SessionConfirmation>().AddSingleton<AppKeys>()
            .Configure<MvcOptions>(mvc => mvc.Filters.Add<ConfirmationFilter>());
        return services;
    }

    /// <summary>Maps what features answer beyond their controllers.</summary>
    public static void MapPortalFeatures(this IEndpointRouteBuilder routes) => routes.MapJobsDashboard();
}
