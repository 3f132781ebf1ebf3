using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>How controllers turn a query's answer into a page.</summary>
public static class PageExtensions
{
    /// <summary>The view with the answer, or 404 where there is none.</summary>
    public static IActionResult Page<T>(this Controller controller, string view, T? answer)
        where T : class => answer is null ? controller.NotFound() : controller.View(view, answer);
}
