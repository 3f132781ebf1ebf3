using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Registers controllers, views, the message pipeline and the clocks.</summary>
public static class WebServices
{
    public static IServiceCollection AddPortalWeb(this IServiceCollection services, IHostEnvironment environment)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        services.AddControllersWithViews(options =>
        {
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
            options.Cookie.Name = SessionCookie.TempDataName;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = Secure(environment);
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = SessionCookie.AntiforgeryName;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = Secure(environment);
        });
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViewLocations()));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression();
        services.AddHttpContextAccessor();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<PlanClock>();
        services.AddScoped<PartnershipTime>();
        services.AddScoped<SaidWords>();
        services.AddScoped<IPageFrameSource, PageFrameSource>();
        return services.AddPipeline();
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<AccessLog>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizeBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidateBehavior<,>));
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
