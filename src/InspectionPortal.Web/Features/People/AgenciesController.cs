using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.People;

/// <summary>Who speaks and leads here.</summary>
public sealed class AgenciesController(IMediator mediator) : TenantController
{
    [HttpGet("/people/agencies")]
    public async Task<IActionResult> ListAgencies(CancellationToken cancellationToken) =>
        await mediator.Send(new ListAgencies(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/people/agencies/new")]
    public Task<IActionResult> AddAgency(CancellationToken cancellationToken) =>
        AddFormAsync(new AddAgency { Id = Guid.CreateVersion7() }, cancellationToken);

    [HttpPost("/people/agencies/new")]
    public Task<IActionResult> AddAgency(AddAgency command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, _ => Redirect(Url.Content("~/people/agencies")), () => AddFormAsync(command, cancellationToken), "Agency added");

    [HttpGet("/people/agencies/{id:guid}")]
    public async Task<IActionResult> EditAgency(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new ListAgencies(), cancellationToken) is { } page && page.Rows.FirstOrDefault(a => a.Id == id) is { } row
            ? ChangeForm(page, new EditAgency
            {
                Id = id,
                Version = row.Version,
                Code = row.Code,
                Name = row.Name,
                Kind = row.Kind,
                Chair = row.Chair,
                ReportsToId = row.ReportsToId,
            })
            : NotFound();

    [HttpPost("/people/agencies/{id:guid}")]
    public Task<IActionResult> EditAgency([FromRoute] Guid id, EditAgency command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect(Url.Content("~/people/agencies")),
            async () =>
            {
                if (await mediator.Send(new ListAgencies(), cancellationToken) is not { } page || page.Rows.FirstOrDefault(a => a.Id == id) is not { } row)
                {
                    return NotFound();
                }

                command.Version = this.TakesNewVersion() ? row.Version : command.Version;
                return ChangeForm(page, command);
            },
            "Agency saved");
    }

    private async Task<IActionResult> AddFormAsync(AddAgency command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListAgencies(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        ViewData["Agencies"] = page.Rows.Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToList();
        return View(nameof(AddAgency), command);
    }

    private ViewResult ChangeForm(AgenciesPage page, EditAgency command)
    {
        ViewData["Agencies"] = page.Rows.Where(a => a.Id != command.Id).Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToList();
        return View(nameof(EditAgency), command);
    }
}
