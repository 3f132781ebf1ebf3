using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Registers controllers, views, the message pipeline and the clocks.</summary>
public static class WebServices
{
    public static IServiceCollection AddPortalWeb(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new ReadableFormFilter());
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.ModelBinderProviders.Insert(0, new PlainTextBinderProvider());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(_ => "Enter a number");
            options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => "Choose or enter a value from the form");
            options.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Choose or enter a value from the form");
            options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Choose or enter a value");
            options.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => "Choose or enter a value from the form");
        }).AddCookieTempDataProvider(options =>
        {
            options.Cookie.Name = CookieNames.For(CookieNames.TempData, environment);
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = Secure(environment);
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = CookieNames.For(CookieNames.Antiforgery, environment);
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = Secure(environment);
        });
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViewLocations()));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Compressing what is secret beside what an attacker wrote can give it away (BREACH). Here the only secret in a page is the
        // antiforgery token, sealed anew each time, and another site's requests come without our cookies.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddHttpContextAccessor();
        services.AddForwardedRequests(configuration);
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section);
        services.AddOptions<PageCacheOptions>().BindConfiguration(PageCacheOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PageCache>();
        services.AddScoped<PageReader>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<PlanClock>();
        services.AddScoped<PartnershipTime>();
        services.AddScoped<VocabularyTerms>();
        services.AddScoped<ILayoutModelSource, LayoutModelSource>();
        return services.AddPipeline();
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<AccessLog>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizeBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidateBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ConfirmBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AcrossPartnershipsBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactBehavior<,>));
        foreach (var type in typeof(WebServices).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType
                && (i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || i.GetGenericTypeDefinition() == typeof(IValidator<>))))
            {
                services.AddScoped(contract, type);
            }
        }

        return services;
    }

    private static CookieSecurePolicy Secure(IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
