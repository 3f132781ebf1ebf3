namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PeriodSeed
{
    public string Title { get; set; } = string.Empty;
    public string From { get; set; } = string.Empty;
    public string To { get; set; } = string.Empty;
    public string OpensOn { get; set; } = string.Empty;
    public string DueOn { get; set; } = string.Empty;
    public string? MeetingOn { get; set; }
    public string State { get; set; } = "open";
}
