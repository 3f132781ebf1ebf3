using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Base of the controllers that edit: shows a form, saves it, or shows it again with what was typed.</summary>
public abstract class FormController(IMediator mediator) : TenantController
{
    /// <summary>Shows the form as it is stored; 404 where there is no such thing.</summary>
    protected async Task<IActionResult> ShowAsync<TFields>(IQuery<TFields> query, string view, CancellationToken cancellationToken)
        where TFields : FormFields
    {
        ModelState.Clear();
        var stored = await mediator.Send(query, cancellationToken);
        if (stored is null)
        {
            return NotFound();
        }

        stored.AddSpareRows();
        return View(view, stored);
    }

    /// <summary>Shown where a form that was sent before is sent again: the second time adds nothing and changes nothing.</summary>
    private const string AddedBefore = "You sent this form before, so nothing was added again. If you have changed your answers since, they are not saved: edit the item instead.";

    /// <summary>Saves, or shows the form again: 422 when something typed is wrong, 409 when someone else saved meanwhile.</summary>
    protected async Task<IActionResult> SaveAsync<TFields, TStored>(TFields command, IQuery<TStored> query, string view, CancellationToken cancellationToken)
        where TFields : FormFields, ICommand<Saved>
        where TStored : FormFields
    {
        Task<IActionResult> Again() => ShowAgainAsync(command, query, view, cancellationToken);
        if (command.More is not null)
        {
            foreach (var entry in ModelState.Values)
            {
                entry.Errors.Clear();
            }

            return await Again();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Again();
        }

        var result = await mediator.Send((ICommand<Saved>)command, cancellationToken);
        var isRepeated = command.NewId is not null && !HttpContext.RequestServices.GetRequiredService<ChangeOrigin>().HasChanged;
        return await this.FinishAsync(result, Go, Again, isRepeated ? AddedBefore : result.Value?.Notice);
    }

    /// <summary>Removes, or shows the edit form with the reason why not.</summary>
    protected async Task<IActionResult> RemoveAsync<TStored>(ICommand<Saved> command, IQuery<TStored> query, string view, CancellationToken cancellationToken)
        where TStored : FormFields
    {
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(result, Go, () => ShowStoredAsync(query, view, cancellationToken), result.Value?.Notice);
    }

    private IActionResult Go(Saved saved) => Redirect(Url.Content(saved.Address));

    private async Task<IActionResult> ShowStoredAsync<TStored>(IQuery<TStored> query, string view, CancellationToken cancellationToken)
        where TStored : FormFields
    {
        var stored = await mediator.Send(query, cancellationToken);
        if (stored is null)
        {
            return NotFound();
        }

        stored.AddSpareRows();
        return View(view, stored);
    }

    private async Task<IActionResult> ShowAgainAsync<TStored>(FormFields command, IQuery<TStored> query, string view, CancellationToken cancellationToken)
        where TStored : FormFields
    {
        var stored = await mediator.Send(query, cancellationToken);
        if (stored is null)
        {
            return NotFound();
        }

        command.Page = stored.Page;
        if (Response.StatusCode == StatusCodes.Status409Conflict)
        {
            command.RequiredPage().Differences = command.CompareWith(stored);
            command.Version = stored.Version;
        }

        command.AddSpareRows();
        return View(view, command);
    }
}
