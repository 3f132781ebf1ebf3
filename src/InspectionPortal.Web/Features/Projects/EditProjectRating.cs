using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// The partnership lead gives a project another rating outside an update, and says why. Updates that were accepted keep the
/// rating they were accepted with.
/// </summary>
[CanUndo]
[Requires(Permission.AcceptUpdates)]
public sealed class EditProjectRating : ProjectSectionFields, ICommand<Saved>
{
    public override string Section => ProjectSections.Rating;

    /// <summary>A code of the partnership's key, or that of "Not rated".</summary>
    public string? Rag { get; set; }

    public string? RagReason { get; set; }
}

internal sealed class EditProjectRatingValidator : AbstractValidator<EditProjectRating>
{
    public EditProjectRatingValidator(CurrentSession current)
    {
        RuleFor(c => c.Rag)
            .Must(code => code == Rating.NotRated.Code || current.RequiredTenant.Partnership.RagKey.Any(r => r.Code == code))
            .WithMessage("Choose one of the ratings, or Not rated");
        RuleFor(c => c.RagReason).MaxLength(ImprovementProject.ReasonMaxLength);
    }
}

internal sealed class EditProjectRatingHandler(ProjectSectionSaver saver, TimeProvider time)
    : IRequestHandler<EditProjectRating, Result<Saved>>
{
    public Task<Result<Saved>> Handle(EditProjectRating command, CancellationToken cancellationToken) => saver.SaveAsync(
        command, project => Task.FromResult<Failure?>(Write(project, command)), null, cancellationToken);

    private Invalid? Write(ImprovementProject project, EditProjectRating command)
    {
        var rag = command.Rag == Rating.NotRated.Code ? null : command.Rag;
        if (rag == project.Rag)
        {
            return null;
        }

        if (command.RagReason is null)
        {
            return Failure.Field(nameof(EditProjectRating.RagReason), "Enter why you are changing the rating");
        }

        (project.Rag, project.RagReason) = (rag, command.RagReason);
        project.RagAcceptedAt = time.GetUtcNow();
        return null;
    }
}
