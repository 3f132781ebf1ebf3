namespace InspectionPortal.Web.Features.Reports;

/// <summary>What the form holds of one project that is corrected.</summary>
public sealed class CorrectedProject
{
    public Guid ProjectId { get; set; }

    /// <summary>Code of the rating; empty is not rated.</summary>
    public string? Rating { get; set; }

    /// <summary>The texts of its update, in the report's order.</summary>
    public List<string?> Texts { get; set; } = [];

    public string? SlipReason { get; set; }

    public string? HelpNeeded { get; set; }
}
