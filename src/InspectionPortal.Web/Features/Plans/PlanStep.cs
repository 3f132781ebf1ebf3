using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A sub-action in a cell: "text (owners – deadline)".</summary>
public sealed record PlanStep(SubActionCategory Category, string Text, string? Owners, DeadlineNote Note)
{
    /// <summary>The deadline as written.</summary>
    public string Deadline => Note.Text;

    /// <summary>Those who answer for it by name, whatever the plan's own words for them.</summary>
    public IReadOnlyList<string> OwnerNames { get; init; } = [];

    /// <summary>True where <see cref="Owners"/> are the plan's own words.</summary>
    public bool HasOwnersAsWritten { get; init; }

    public DateOnly? Due { get; init; }
    public ProjectStatus Status { get; init; }
}
