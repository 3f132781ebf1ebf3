using FluentValidation;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What every form with answers to decisions checks.</summary>
internal sealed class AnswerRules : AbstractValidator<AnswerRow>
{
    public AnswerRules()
    {
        RuleFor(r => r.Answer).IsInEnum().WithMessage("Choose agreed, not agreed or deferred");
        RuleFor(r => r.Answer).NotNull().When(r => !string.IsNullOrWhiteSpace(r.Comment))
            .WithMessage("Choose agreed, not agreed or deferred, or delete your comment");
        RuleFor(r => r.Comment).MaxLength(DecisionRecord.CommentMaxLength);
    }
}
