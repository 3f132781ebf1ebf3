using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The agency is the one for which this person answers for the project, where there is one.</summary>
public sealed record CardProject(
    Guid Id, string Number, string Title, Deadline Deadline, ProjectStatus Status, string? Rag, int DaysLate, bool IsHeld, Guid? AgencyId)
{
    /// <summary>The forecast accepted last; none where it agrees with the deadline.</summary>
    public Deadline Forecast { get; init; } = Deadline.None;

    /// <summary>What will make the difference, as agreed in the plan; null where the plan does not say.</summary>
    public string? Difference { get; init; }

    /// <summary>How success will be seen, as agreed in the plan; null where the plan does not say.</summary>
    public string? Success { get; init; }
}
