namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>The public page that the partnership publishes, and when.</summary>
public sealed class PublicPageSeed
{
    public string On { get; set; } = string.Empty;
    public string ChildrenWillKnow { get; set; } = string.Empty;
    public string WhatChanged { get; set; } = string.Empty;

    /// <summary>Titles of the measures whose charts are on it.</summary>
    public List<string> Charts { get; set; } = [];
}
