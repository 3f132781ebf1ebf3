using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Finds a view beside its slice: the folder is the controller's namespace.</summary>
public sealed class FeatureViewLocations : IViewLocationExpander
{
    private const string Root = "InspectionPortal.Web.";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["folder"] = Folder(context.ActionContext.ActionDescriptor as ControllerActionDescriptor);

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/{context.Values["folder"]}/{{0}}.cshtml", "/Components/Shared/{0}.cshtml"];

    private static string Folder(ControllerActionDescriptor? action) =>
        (action?.ControllerTypeInfo.Namespace ?? Root)[Root.Length..].Replace('.', '/');
}
