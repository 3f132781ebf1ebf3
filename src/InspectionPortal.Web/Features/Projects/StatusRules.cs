using FluentValidation;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What every form that changes a project's status has.</summary>
internal interface IStatusFields
{
    ProjectStatus Status { get; }

    string? StatusReason { get; }
}

/// <summary>The rules of a status, the same in the long form, in the small one and for many projects at once.</summary>
internal sealed class StatusRules<T> : AbstractValidator<T>
    where T : class, IStatusFields
{
    public StatusRules()
    {
        RuleFor(c => c.Status).Must(s => Enum.IsDefined(s)).WithMessage("Choose a status");
        RuleFor(c => c.StatusReason).MaxLength(ImprovementProject.ReasonMaxLength);
        RuleFor(c => c.StatusReason).Required("Enter why the work was stopped").When(c => c.Status == ProjectStatus.Stopped);
    }
}
