using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>How controllers send a form's command.</summary>
public static class SendForm
{
    /// <summary>
    /// Sends the command and finishes as <see cref="ControllerExtensions.FinishAsync"/> does. A field that could not be read
    /// at all stops it before it is sent, so that nothing is saved without it.
    /// </summary>
    public static async Task<IActionResult> SendFormAsync<T>(
        this Controller controller, IMediator mediator, ICommand<T> command, Func<T, IActionResult> done, Func<Task<IActionResult>> again,
        string? notice = null)
    {
        if (!controller.ModelState.IsValid)
        {
            controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await again();
        }

        var result = await mediator.Send(command, controller.HttpContext.RequestAborted);
        return await controller.FinishAsync(result, done, again, notice);
    }

    /// <summary>
    /// After a conflict the form comes back with what was typed and the newer version's number, so that saving again, after
    /// reading, is possible.
    /// </summary>
    public static bool TakesNewVersion(this Controller controller, string field = "Version")
    {
        var isConflict = controller.Response.StatusCode == StatusCodes.Status409Conflict;
        if (isConflict)
        {
            controller.ModelState.Remove(field);
        }

        return isConflict;
    }
}
