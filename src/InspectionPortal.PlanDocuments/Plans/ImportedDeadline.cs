using System.Text.Json.Serialization;
using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>A deadline as written and as understood; <see cref="Full"/> keeps all that was understood.</summary>
public sealed record ImportedDeadline(string Text, DeadlineKind Kind, DateOnly? Due)
{
    public static ImportedDeadline None { get; } = Of(Deadline.None);

    [JsonIgnore]
    public Deadline Full { get; init; } = Deadline.None;

    public static ImportedDeadline Of(Deadline deadline) => new(deadline.Text, deadline.Kind, deadline.Due) { Full = deadline };
}
