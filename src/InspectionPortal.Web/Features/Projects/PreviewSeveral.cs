using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Says what a change to many projects would do to each. It saves nothing.</summary>
[Requires(Permission.EditPlan)]
public sealed class PreviewSeveral : SeveralFields, ICommand<SeveralPreview>
{
    /// <summary>The same change to the same projects, whatever they are like now.</summary>
    public static PreviewSeveral Of(SeveralFields fields) => new()
    {
        PlanId = fields.PlanId,
        Rows = [.. fields.Chosen().Keys.Select(id => id.ToString())],
        Back = fields.Back,
        Kind = fields.Kind,
        Status = fields.Status,
        StatusReason = fields.StatusReason,
        Deadline = fields.Deadline,
        SlipReason = fields.SlipReason,
        ResponsibilityId = fields.ResponsibilityId,
        ReplaceLeads = fields.ReplaceLeads,
        Under = fields.Under,
    };
}

internal sealed class PreviewSeveralValidator : AbstractValidator<PreviewSeveral>
{
    public PreviewSeveralValidator() => Include(new SeveralRules<PreviewSeveral>());
}

internal sealed class PreviewSeveralHandler(SeveralChanger changer) : IRequestHandler<PreviewSeveral, Result<SeveralPreview>>
{
    public Task<Result<SeveralPreview>> Handle(PreviewSeveral command, CancellationToken cancellationToken) =>
        changer.RunAsync(command, cancellationToken);
}
