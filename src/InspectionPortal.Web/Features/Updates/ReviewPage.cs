using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates;

public sealed record ReviewPage(
    UpdateCard Card, Guid Id, UpdateState State, string? SubmittedBy, string? SubmittedOn, string? ReviewedBy, string? ReviewedOn, bool SameHands,
    string? RagChangedReason, IReadOnlyList<string> Against, bool IsSlip, bool MayBeEvidenced, string? ClosedBecause, uint Version)
{
    public AcceptUpdate Accept { get; init; } = new();

    /// <summary>How many other updates of the period wait for review.</summary>
    public int OthersWaiting { get; init; }

    public UpdateThread? Thread { get; init; }

    public bool IsWaiting => State == UpdateState.Submitted && ClosedBecause is null;
}
