namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A heading and the evidence under it; an item that proves two things stands under both.</summary>
public sealed record ReleasedGroup(string Title, string? Text, string? Href, IReadOnlyList<ReleasedRow> Rows);
