namespace InspectionPortal.Web.Features.Reports;

public sealed record WithholdingForm
{
    public required ReportVersion Version { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public string? Reason { get; init; }
}
