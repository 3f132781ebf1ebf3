namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A position statement. It is approved with the next report, unless it says when it was approved on its own.</summary>
public sealed class StatementSeed
{
    public string On { get; set; } = string.Empty;
    public string By { get; set; } = string.Empty;
    public string Recommendation { get; set; } = string.Empty;
    public string AsAt { get; set; } = string.Empty;
    public string HowWell { get; set; } = string.Empty;
    public string? HowKnown { get; set; }
    public string? WhatNext { get; set; }
    public string? Grade { get; set; }

    /// <summary>The day on which it was approved on its own; null where it goes with a report.</summary>
    public string? ApprovedOn { get; set; }

    public string? ApprovedBy { get; set; }
}
