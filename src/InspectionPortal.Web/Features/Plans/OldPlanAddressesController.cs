using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Leads from the addresses that pages had when a partnership had one plan: "/plan/tree?plan=…" is "/plans/…/tree" now.</summary>
public sealed class OldPlanAddressesController(IMediator mediator) : TenantController
{
    private static readonly string[] Views =
    [
        "tree", "drivers", "drivers.svg", "by-lead", "by-agency", "by-recommendation", "timeline", "coverage", "coverage.csv",
        "link", "arrange", "edit", "export.docx", "export.xlsx", "export.csv",
    ];

    [HttpGet("/plan/{view?}")]
    public async Task<IActionResult> FollowOldPlanAddress([FromRoute] string? view, string? plan, CancellationToken cancellationToken) => view switch
    {
        "new" or "import" => RedirectPermanent(Url.Content($"~/plans/{view}")),
        "layout" => RedirectPermanent(Url.Content("~/settings/words")),
        null => await GoAsync(plan, string.Empty, cancellationToken),
        _ => Views.Contains(view) ? await GoAsync(plan, $"/{view}", cancellationToken) : NotFound(),
    };

    [HttpGet("/aims/new")]
    [HttpGet("/drivers/new")]
    [HttpGet("/projects/new")]
    public Task<IActionResult> FollowOldFormAddress(string? plan, CancellationToken cancellationToken) =>
        GoAsync(plan, Request.Path.Value ?? string.Empty, cancellationToken);

    /// <summary>Goes to the plan that is named, else to the newest that this person may read.</summary>
    private async Task<IActionResult> GoAsync(string? plan, string rest, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListPlans(), cancellationToken);
        if (page is null || (plan is not null && page.Plans.All(p => p.Id.ToString() != plan)))
        {
            return NotFound();
        }

        if ((plan ?? page.Plans.Select(p => p.Id.ToString()).FirstOrDefault()) is not { } id)
        {
            return Redirect(Url.Content("~/plans"));
        }

        var asked = Request.Query.Where(q => q.Key != "plan").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return Redirect(Url.Content($"~/plans/{id}{rest}{QueryString.Create(asked)}"));
    }
}
