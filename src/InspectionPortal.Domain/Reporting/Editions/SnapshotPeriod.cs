using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotPeriod(Guid Id, string Title, DateOnly From, DateOnly To, DateOnly DueOn, DateOnly? MeetingOn)
{
    /// <summary>What is approved; null for a quarter, as in all reports from before there were others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PeriodKind? Kind { get; init; }
}
