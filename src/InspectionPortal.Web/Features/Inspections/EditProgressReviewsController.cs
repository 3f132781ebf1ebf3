using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Recording the return visits to an inspection.</summary>
public sealed class EditProgressReviewsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/inspections/{inspectionId:guid}/reviews/new")]
    public Task<IActionResult> AddProgressReview([FromRoute] Guid inspectionId, CancellationToken cancellationToken) =>
        ShowAsync(new GetProgressReviewForm(null, inspectionId), nameof(EditProgressReview), cancellationToken);

    [HttpPost("/inspections/{inspectionId:guid}/reviews/new")]
    public Task<IActionResult> AddProgressReview([FromRoute] Guid inspectionId, AddProgressReview command, CancellationToken cancellationToken)
    {
        command.InspectionId = inspectionId;
        return SaveAsync(command, new GetProgressReviewForm(null, inspectionId), nameof(EditProgressReview), cancellationToken);
    }

    [HttpGet("/reviews/{id:guid}/edit")]
    public Task<IActionResult> EditProgressReview([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetProgressReviewForm(id), nameof(EditProgressReview), cancellationToken);

    [HttpPost("/reviews/{id:guid}/edit")]
    public Task<IActionResult> EditProgressReview([FromRoute] Guid id, EditProgressReview command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetProgressReviewForm(id), nameof(EditProgressReview), cancellationToken);
    }

    [HttpPost("/reviews/{id:guid}/remove")]
    public Task<IActionResult> RemoveProgressReview([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveProgressReview(id, version), new GetProgressReviewForm(id), nameof(EditProgressReview), cancellationToken);
}
