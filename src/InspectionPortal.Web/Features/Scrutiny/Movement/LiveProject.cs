using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A project of a live plan, with the ratings that were accepted where the last one is new.</summary>
internal sealed class LiveProject
{
    public int TenantId { get; init; }
    public Guid PlanId { get; init; }
    public Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public Guid AimId { get; init; }
    public Guid? DriverId { get; init; }
    public bool HasLead { get; init; }
    public bool IsWork { get; init; }
    public ProjectStatus Status { get; init; }
    public string? Rag { get; init; }
    public DateTimeOffset? RatedAt { get; init; }
    public List<AcceptedRating> Ratings { get; init; } = [];

    /// <summary>The same for the rule of coverage.</summary>
    public CoverageProject ForCoverage => new(
        Id, Number, Title, AimId, DriverId, HasLead,
        !IsWork ? CoverageState.NotNeeded : Status == ProjectStatus.Stopped ? CoverageState.Stopped : CoverageState.InHand, Rag);
}
