using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>What a figure was before.</summary>
public sealed record CorrectionRow(Guid PointId, string ValueText, DateOnly? Date, string? DateText, string Why, DateTimeOffset At)
{
    /// <summary>Its date as it was.</summary>
    public string When => DateText ?? (Date is { } day ? DateFormat.Full(day) : "no date");
}
