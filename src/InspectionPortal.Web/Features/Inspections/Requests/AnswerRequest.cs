using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>The partnership lead answers a link officer's request with words, with released evidence, or with both.</summary>
[Requires(Permission.ReleaseEvidence)]
public sealed class AnswerRequest : ICommand<Guid>
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Answer { get; set; }
    public Guid? EvidenceItemId { get; set; }
}

internal sealed class AnswerRequestValidator : AbstractValidator<AnswerRequest>
{
    public AnswerRequestValidator()
    {
        RuleFor(c => c.Answer).NotEmpty().When(c => c.EvidenceItemId is null).WithMessage(
            "Enter an answer, or choose evidence that answers it");
        RuleFor(c => c.Answer).MaxLength(ScrutinyRequest.AnswerMaxLength);
    }
}

internal sealed class AnswerRequestHandler(PortalDbContext database, CurrentSession current, RequestNotices notices, TimeProvider time)
    : IRequestHandler<AnswerRequest, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AnswerRequest command, CancellationToken cancellationToken)
    {
        var request = await database.ScrutinyRequests.Include(r => r.Recommendation)
            .FirstOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (request is null)
        {
            return new Missing();
        }

        if (request.AnsweredAt is not null)
        {
            return new Conflict("Someone has answered this request already. Your answer is not saved.");
        }

        if (command.EvidenceItemId is { } item
            && !await database.EvidenceItems.AnyAsync(i => i.Id == item && i.Versions.Any(v => v.ReleasedAt != null), cancellationToken))
        {
            return Failure.Field(nameof(command.EvidenceItemId),
                "Choose evidence that is released. Release it first, so that the scrutiny body can read it");
        }

        request.AnswerWith(command.Answer, command.EvidenceItemId, time.GetUtcNow(), current.RequiredPerson.UserId);
        await notices.AnsweredAsync(request, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return request.RecommendationId;
    }
}
