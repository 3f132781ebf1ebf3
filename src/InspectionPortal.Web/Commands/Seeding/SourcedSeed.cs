namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Where in the document a row stands, and what is doubtful about it.</summary>
public abstract class SourcedSeed
{
    public string? Source { get; set; }
    public bool Unclear { get; set; }
    public string? SourceNote { get; set; }
}
