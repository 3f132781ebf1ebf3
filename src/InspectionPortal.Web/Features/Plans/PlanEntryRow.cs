using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What an agency said about a project; without an update where it is from before the portal.</summary>
internal sealed class PlanEntryRow
{
    public Guid ProjectId { get; init; }
    public int Position { get; init; }
    public Guid? AgencyId { get; init; }
    public required string Text { get; init; }
    public string? DateText { get; init; }
    public UpdateState? State { get; init; }
    public string? AgencyCode { get; init; }
    public string? AgencyName { get; init; }
    public string? Period { get; init; }
    public DateOnly? PeriodEnd { get; init; }
}
