using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// The small forms of a project, each on a page of its own. A page that shows the form in place asks for it with the header
/// "X-Requested-With: edit" and gets the form alone.
/// </summary>
public sealed class ProjectSectionsController(IMediator mediator) : FormController(mediator)
{
    private const string Form = "EditProjectSection";

    [HttpGet("/projects/{id:guid}/edit/status")]
    public Task<IActionResult> EditStatus([FromRoute] Guid id, string? back, CancellationToken cancellationToken) =>
        ShowAsync(new GetProjectSection(id, ProjectSections.Status, back), Form, cancellationToken);

    [HttpPost("/projects/{id:guid}/edit/status")]
    public Task<IActionResult> EditStatus([FromRoute] Guid id, EditProjectStatus command, CancellationToken cancellationToken) =>
        SaveAsync(id, command, cancellationToken);

    [HttpGet("/projects/{id:guid}/edit/rating")]
    public Task<IActionResult> EditRating([FromRoute] Guid id, string? back, CancellationToken cancellationToken) =>
        ShowAsync(new GetProjectSection(id, ProjectSections.Rating, back), Form, cancellationToken);

    [HttpPost("/projects/{id:guid}/edit/rating")]
    public Task<IActionResult> EditRating([FromRoute] Guid id, EditProjectRating command, CancellationToken cancellationToken) =>
        SaveAsync(id, command, cancellationToken);

    [HttpGet("/projects/{id:guid}/edit/leads")]
    public Task<IActionResult> EditLeads([FromRoute] Guid id, string? back, CancellationToken cancellationToken) =>
        ShowAsync(new GetProjectSection(id, ProjectSections.Leads, back), Form, cancellationToken);

    [HttpPost("/projects/{id:guid}/edit/leads")]
    public Task<IActionResult> EditLeads([FromRoute] Guid id, EditProjectLeads command, CancellationToken cancellationToken) =>
        SaveAsync(id, command, cancellationToken);

    [HttpGet("/projects/{id:guid}/edit/deadline")]
    public Task<IActionResult> EditDeadline([FromRoute] Guid id, string? back, CancellationToken cancellationToken) =>
        ShowAsync(new GetProjectSection(id, ProjectSections.Deadline, back), Form, cancellationToken);

    [HttpPost("/projects/{id:guid}/edit/deadline")]
    public Task<IActionResult> EditDeadline([FromRoute] Guid id, EditProjectDeadline command, CancellationToken cancellationToken) =>
        SaveAsync(id, command, cancellationToken);

    [HttpGet("/projects/{id:guid}/edit/text")]
    public Task<IActionResult> EditText([FromRoute] Guid id, string? field, string? back, CancellationToken cancellationToken) =>
        ShowAsync(new GetProjectSection(id, Text(field), back), Form, cancellationToken);

    [HttpPost("/projects/{id:guid}/edit/text")]
    public Task<IActionResult> EditText(
        [FromRoute] Guid id, [FromQuery] string? field, EditProjectText command, CancellationToken cancellationToken)
    {
        command.Field = Text(field) ?? string.Empty;
        return SaveAsync(id, command, cancellationToken);
    }

    /// <summary>The name of a text; null for the other sections, which have addresses of their own.</summary>
    private static string? Text(string? field) => ProjectSections.TextOf(field)?.Name;

    private Task<IActionResult> SaveAsync<TFields>(Guid id, TFields command, CancellationToken cancellationToken)
        where TFields : ProjectSectionFields, Infrastructure.Pipeline.ICommand<Saved>
    {
        command.Id = id;
        return SaveAsync(command, new GetProjectSection(id, command.Section, command.Back), Form, cancellationToken);
    }
}
