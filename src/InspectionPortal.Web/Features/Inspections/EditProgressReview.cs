using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Changes what is recorded of a progress review.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditProgressReview : ProgressReviewFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditProgressReviewValidator : AbstractValidator<EditProgressReview>
{
    public EditProgressReviewValidator() => Include(new ProgressReviewRules<EditProgressReview>());
}

internal sealed class EditProgressReviewHandler(PortalDbContext database) : IRequestHandler<EditProgressReview, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditProgressReview command, CancellationToken cancellationToken)
    {
        var review = await database.ProgressReviews.AsSplitQuery().Include(r => r.Bodies).Include(r => r.Findings)
            .SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (review is null)
        {
            return new Missing();
        }

        await ProgressReviewWriter.WriteAsync(database, review, command, cancellationToken);
        if (database.Check(review, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/reviews/{review.Id}", "Progress review saved");
    }
}
