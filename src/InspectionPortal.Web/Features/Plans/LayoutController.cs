using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The words and columns of the partnership's plan.</summary>
public sealed class LayoutController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/settings/words")]
    public Task<IActionResult> EditLayout(CancellationToken cancellationToken) =>
        ShowAsync(new GetLayoutForm(), nameof(EditLayout), cancellationToken);

    [HttpPost("/settings/words")]
    public Task<IActionResult> EditLayout(EditLayout command, CancellationToken cancellationToken)
    {
        if (command.More is not null)
        {
            // Rows that move must show what they are now, not what was sent in their places.
            ModelState.Clear();
        }

        return SaveAsync(command, new GetLayoutForm(), nameof(EditLayout), cancellationToken);
    }
}
