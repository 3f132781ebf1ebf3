namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A decision that the chief officers are asked for, and their answer.</summary>
public sealed class SoughtSeed
{
    public string Text { get; set; } = string.Empty;
    public string? Project { get; set; }
    public string Answer { get; set; } = "agreed";
    public string? Comment { get; set; }
}
