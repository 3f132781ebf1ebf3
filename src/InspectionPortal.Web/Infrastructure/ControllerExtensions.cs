using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>How controllers turn a command's end into a page.</summary>
public static class ControllerExtensions
{
    /// <summary>
    /// Done: the redirect, with <paramref name="notice"/> shown once. Wrong: the form again, with each message beside its
    /// field and what was typed kept. Conflict: 409 with the form again. Missing: 404. Denied: 403.
    /// </summary>
    public static async Task<IActionResult> FinishAsync<T>(
        this Controller controller, Result<T> result, Func<T, IActionResult> done, Func<Task<IActionResult>> again, string? notice = null)
    {
        switch (result.Failure)
        {
            case null:
                if (notice is not null)
                {
                    controller.TempData["Done"] = notice;
                    var origin = controller.HttpContext.RequestServices.GetRequiredService<ChangeOrigin>();
                    controller.TempData["Undo"] = UndoableCommands.OfferedBy(origin);
                }

                return done(result.Value!);
            case Invalid invalid:
                foreach (var error in invalid.Errors)
                {
                    controller.ModelState.AddModelError(error.Field, error.Message);
                }

                controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await again();
            case Conflict conflict:
                controller.ModelState.AddModelError(string.Empty, conflict.Message);
                controller.ViewData["Conflict"] = conflict;
                controller.Response.StatusCode = StatusCodes.Status409Conflict;
                return await again();
            case Denied:
                return new StatusCodeResult(StatusCodes.Status403Forbidden);
            default:
                return new StatusCodeResult(StatusCodes.Status404NotFound);
        }
    }
}
