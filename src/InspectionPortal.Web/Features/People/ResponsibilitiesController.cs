using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.People;

/// <summary>What answers for the work, and who holds it from when until when.</summary>
public sealed class ResponsibilitiesController(IMediator mediator) : TenantController
{
    [HttpGet("/people/responsibilities")]
    public async Task<IActionResult> ListResponsibilities(CancellationToken cancellationToken) =>
        await mediator.Send(new ListResponsibilities(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/people/responsibilities/new")]
    public async Task<IActionResult> AddResponsibility(CancellationToken cancellationToken) =>
        await mediator.Send(new GetResponsibility(null), cancellationToken) is { } page
            ? Form(nameof(AddResponsibility), page, new AddResponsibility { Id = Guid.CreateVersion7() })
            : NotFound();

    [HttpPost("/people/responsibilities/new")]
    public Task<IActionResult> AddResponsibility(AddResponsibility command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, id => Redirect(Url.Content($"~/people/responsibilities/{id}")),
        async () => await mediator.Send(new GetResponsibility(null), cancellationToken) is { } page
            ? Form(nameof(AddResponsibility), page, command)
            : NotFound(),
        "Responsibility added. Next, assign someone to it.");

    [HttpGet("/people/responsibilities/{id:guid}")]
    public async Task<IActionResult> EditResponsibility(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetResponsibility(id), cancellationToken) is { Responsibility: { } row } page
            ? Form(nameof(EditResponsibility), page, new EditResponsibility
            {
                Id = id,
                Version = row.Version,
                Name = row.Name,
                Kind = row.Kind,
                AgencyId = row.AgencyId,
            })
            : NotFound();

    [HttpPost("/people/responsibilities/{id:guid}")]
    public Task<IActionResult> EditResponsibility([FromRoute] Guid id, EditResponsibility command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect(Url.Content("~/people/responsibilities")),
            async () =>
            {
                if (await mediator.Send(new GetResponsibility(id), cancellationToken) is not { Responsibility: { } row } page)
                {
                    return NotFound();
                }

                command.Version = this.TakesNewVersion() ? row.Version : command.Version;
                return Form(nameof(EditResponsibility), page, command);
            },
            "Responsibility saved");
    }

    [HttpGet("/people/holders/new")]
    public Task<IActionResult> AssignResponsibility(
        [FromQuery] Guid? person, [FromQuery] Guid? responsibility, [FromServices] PartnershipTime time, CancellationToken cancellationToken) =>
        HoldFormAsync(
            new AssignResponsibility { Id = Guid.CreateVersion7(), UserId = person, ResponsibilityId = responsibility, From = DateFormat.Full(time.Today) },
            cancellationToken);

    [HttpPost("/people/holders/new")]
    public Task<IActionResult> AssignResponsibility(AssignResponsibility command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, userId => Redirect(Url.Content($"~/people/{userId}")), () => HoldFormAsync(command, cancellationToken),
        "Responsibility assigned");

    [HttpGet("/people/holders/{id:guid}")]
    public async Task<IActionResult> EditAssignment(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetAssignment(id), cancellationToken) is { Holding: { } row }
            ? HoldingForm(row, new EditAssignment
            {
                Id = id,
                Version = row.Version,
                From = DateFormat.Full(row.From),
                Until = row.Until is { } until ? DateFormat.Full(until) : null,
            })
            : NotFound();

    [HttpPost("/people/holders/{id:guid}")]
    public Task<IActionResult> EditAssignment([FromRoute] Guid id, EditAssignment command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, userId => Redirect(Url.Content($"~/people/{userId}")),
            async () =>
            {
                if (await mediator.Send(new GetAssignment(id), cancellationToken) is not { Holding: { } row })
                {
                    return NotFound();
                }

                command.Version = this.TakesNewVersion() ? row.Version : command.Version;
                return HoldingForm(row, command);
            },
            "Dates saved");
    }

    [HttpPost("/people/holders/{id:guid}/end")]
    public Task<IActionResult> EndAssignment([FromRoute] Guid id) => this.SendFormAsync(
        mediator, new EndAssignment { Id = id }, userId => Redirect(Url.Content($"~/people/{userId}")),
        () => Task.FromResult<IActionResult>(NotFound()), "Assignment ended");

    private ViewResult Form(string view, ResponsibilityPage page, object command)
    {
        ViewData["Agencies"] = page.Agencies.Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToList();
        ViewData["Holders"] = page.Responsibility?.Holders;
        return View(view, command);
    }

    private async Task<IActionResult> HoldFormAsync(AssignResponsibility command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetAssignment(null), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        ViewData["People"] = page.People.Select(p => new SelectListItem(p.Name, p.Id.ToString())).ToList();
        ViewData["Responsibilities"] = page.Responsibilities.Select(r => new SelectListItem(r.Name, r.Id.ToString())).ToList();
        return View(nameof(AssignResponsibility), command);
    }

    private ViewResult HoldingForm(HoldingFact row, EditAssignment command)
    {
        ViewData["Holding"] = $"{row.Person}, {row.Responsibility}";
        ViewData["UserId"] = row.UserId;
        ViewData["Person"] = row.Person;
        return View(nameof(EditAssignment), command);
    }
}
