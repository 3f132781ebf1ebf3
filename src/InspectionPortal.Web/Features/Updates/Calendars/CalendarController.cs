using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>The reporting calendar of a plan.</summary>
public sealed class CalendarController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/periods/calendar/{id:guid}")]
    public Task<IActionResult> EditCalendar([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetCalendarForm(id), nameof(EditCalendar), cancellationToken);

    [HttpPost("/periods/calendar/{id:guid}")]
    public Task<IActionResult> EditCalendar([FromRoute] Guid id, EditCalendar command, CancellationToken cancellationToken)
    {
        command.PlanId = id;
        return SaveAsync(command, new GetCalendarForm(id), nameof(EditCalendar), cancellationToken);
    }
}
