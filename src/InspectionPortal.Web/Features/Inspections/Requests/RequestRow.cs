using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>A request about a recommendation with its answer, if there is one.</summary>
public sealed record RequestRow
{
    public Guid Id { get; init; }
    public required string Body { get; init; }
    public ScrutinyRequestKind Kind { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public string? Answer { get; init; }
    public Guid? EvidenceId { get; init; }
    public string? Evidence { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}
