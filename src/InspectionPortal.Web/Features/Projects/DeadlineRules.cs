using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What every form that changes a project's deadline has.</summary>
internal interface IDeadlineFields
{
    string? Deadline { get; }

    string? SlipReason { get; }
}

/// <summary>The rules of a deadline that need no database.</summary>
internal sealed class DeadlineRules<T> : AbstractValidator<T>
    where T : class, IDeadlineFields
{
    public DeadlineRules()
    {
        RuleFor(c => c.Deadline).MaxLength(Deadline.TextMaxLength);
        RuleFor(c => c.SlipReason).MaxLength(ImprovementProject.ReasonMaxLength);
    }
}
