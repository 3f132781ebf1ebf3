namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A report by which a plan is agreed or closed.</summary>
public sealed class PlanReportSeed
{
    public string Kind { get; set; } = "baseline";
    public string SubmittedOn { get; set; } = string.Empty;
    public ReportSeed Report { get; set; } = new();
}
