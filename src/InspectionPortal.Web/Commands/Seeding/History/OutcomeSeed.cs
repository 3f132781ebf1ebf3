namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>How a project stands outside an update.</summary>
public sealed class OutcomeSeed
{
    public string On { get; set; } = string.Empty;
    public string Project { get; set; } = string.Empty;
    public string Status { get; set; } = string.Empty;
    public string? StatusReason { get; set; }
    public string? Rating { get; set; }
    public string? Why { get; set; }
}
