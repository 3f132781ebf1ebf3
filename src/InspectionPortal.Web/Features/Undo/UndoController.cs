using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Undo;

/// <summary>"Undo" in the banner that says what was done.</summary>
public sealed class UndoController(IMediator mediator) : TenantController
{
    private const string Home = "~/";

    [HttpPost("/undo/{id:guid}")]
    public async Task<IActionResult> UndoChange([FromRoute] Guid id, string? back, CancellationToken cancellationToken)
    {
        var address = back?.StartsWith(Home, StringComparison.Ordinal) == true && Url.IsLocalUrl(Url.Content(back)) ? back : Home;
        var result = await mediator.Send(new UndoChange(id), cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content(address)),
            () => Task.FromResult<IActionResult>(View(nameof(UndoChange), address)), result.Value?.Notice);
    }
}
