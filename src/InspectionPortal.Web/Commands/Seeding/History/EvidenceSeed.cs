namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A piece of evidence. The file is made from its text; a link and a note have none.</summary>
public sealed class EvidenceSeed
{
    public string On { get; set; } = string.Empty;
    public string By { get; set; } = string.Empty;
    public string Title { get; set; } = string.Empty;
    public string? Description { get; set; }
    public string Kind { get; set; } = "document";
    public bool Sensitive { get; set; }

    /// <summary>Name of the file; its end says what is made.</summary>
    public string? File { get; set; }

    public string? Link { get; set; }
    public string Text { get; set; } = string.Empty;

    /// <summary>Numbers of projects of the later plan that it proves something for.</summary>
    public List<string> Projects { get; set; } = [];

    /// <summary>Numbers of projects of the earlier plan.</summary>
    public List<string> Earlier { get; set; } = [];

    public List<string> Measures { get; set; } = [];
    public List<string> Recommendations { get; set; } = [];
    public string? ReleasedOn { get; set; }
}
