using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A project as it was read, without its linked rows.</summary>
internal sealed class PlanProjectRow
{
    public Guid Id { get; init; }
    public Guid AimId { get; init; }
    public Guid? DriverId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required ProjectTexts Texts { get; init; }
    public required Deadline Deadline { get; init; }
    public required Deadline Forecast { get; init; }
    public ProjectStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public string? Rag { get; init; }
    public string? ExternalReference { get; init; }
    public string? NoActionNeededReason { get; init; }
    public required SourceNote Source { get; init; }
    public PlanEntry? Latest { get; init; }
    public bool AwaitsReader { get; init; }
    public bool IsFound { get; init; }
}
