using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes one of a project's texts, and nothing else.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditProjectText : ProjectSectionFields, ICommand<Saved>
{
    /// <summary>The name of the field in the catalogue; from the address.</summary>
    [BindNever]
    public string Field { get; set; } = string.Empty;

    public override string Section => Field;

    public string? Text { get; set; }

    public override IReadOnlyList<Difference> CompareWith(FormFields stored) =>
        Difference.Among((Choices().Label, (stored as EditProjectText)?.Text, Text));
}

internal sealed class EditProjectTextValidator : AbstractValidator<EditProjectText>
{
    public EditProjectTextValidator() => RuleFor(c => c.Text).Custom((text, context) =>
    {
        if (ProjectSections.TextOf(context.InstanceToValidate.Field) is { } field && text?.Length > field.MaxLength)
        {
            context.AddFailure(TypedInput.TooLong(field.MaxLength));
        }
    });
}

internal sealed class EditProjectTextHandler(ProjectSectionSaver saver) : IRequestHandler<EditProjectText, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditProjectText command, CancellationToken cancellationToken) =>
        ProjectSections.TextOf(command.Field) is not { } field
            ? new Missing()
            : await saver.SaveAsync(
                command,
                project =>
                {
                    field.Set(project, command.Text);
                    return Task.FromResult<Failure?>(null);
                },
                null,
                cancellationToken);
}
