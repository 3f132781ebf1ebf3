using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Says that a recommendation was met, or is open again, and which report says so.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddRecommendationDecision : FormFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>From the address.</summary>
    [BindNever]
    public Guid RecommendationId { get; set; }

    public RecommendationState State { get; set; } = RecommendationState.Met;

    public string? On { get; set; }

    /// <summary>The report that says so: "review:…", "inspection:…" or "report:…".</summary>
    public string? Said { get; set; }

    public string? Note { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;

    public DecisionFormPage Choices() => (DecisionFormPage)RequiredPage();
}

internal sealed class AddRecommendationDecisionValidator : AbstractValidator<AddRecommendationDecision>
{
    public AddRecommendationDecisionValidator()
    {
        RuleFor(c => c.State).Must(s =>
            s is RecommendationState.Met or RecommendationState.Reopened).WithMessage("Choose whether it was met or is open again");
        RuleFor(c => c.On).Required("Enter the date of the report").IsDate();
        RuleFor(c => c.Said).Required("Choose the report that says so");
        RuleFor(c => c.Note).MaxLength(RecommendationDecision.NoteMaxLength);
    }
}

internal sealed class AddRecommendationDecisionHandler(PortalDbContext database) : IRequestHandler<AddRecommendationDecision, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddRecommendationDecision command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/recommendations/{command.RecommendationId}", command.State == RecommendationState.Met
            ? "Recorded as met" : "Recorded as open again");
        if (await database.WasAddedAsync<RecommendationDecision>(command.Id, cancellationToken))
        {
            return saved;
        }

        if (!await database.Recommendations.AnyAsync(r => r.Id == command.RecommendationId, cancellationToken))
        {
            return new Missing();
        }

        var decision = new RecommendationDecision
        {
            Id = command.Id,
            RecommendationId = command.RecommendationId,
            State = command.State,
            On = TypedInput.Date(command.On)!.Value,
            Note = command.Note,
        };
        if (!await DecisionSources.PointAsync(database, decision, command.Said!, cancellationToken))
        {
            return Failure.Field(nameof(command.Said), "Choose from the list");
        }

        if (decision.State == RecommendationState.Reopened && !await WasMetAsync(decision, cancellationToken))
        {
            return Failure.Field(nameof(command.State), "It is open: only one that was met before can be opened again");
        }

        database.Add(decision);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }

    /// <summary>True where the newest report up to that day says that it was met.</summary>
    private Task<bool> WasMetAsync(RecommendationDecision decision, CancellationToken cancellationToken) => database.RecommendationDecisions
        .Where(d => d.RecommendationId == decision.RecommendationId && d.On <= decision.On)
        .OrderByDescending(d => d.On).ThenByDescending(d => d.Id).Select(d => d.State == RecommendationState.Met)
        .FirstOrDefaultAsync(cancellationToken);
}
