namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>A part of the comparison: its place in the address, its heading, and how many items it has.</summary>
public sealed record ComparisonSection(string Key, string Heading, int Count);
