namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>How reports are signed.</summary>
public sealed class SigningSeed
{
    public string On { get; set; } = string.Empty;
    public int Quorum { get; set; }

    /// <summary>The agency that each chief officer signs for, by account.</summary>
    public Dictionary<string, string> SignsFor { get; set; } = [];
}
