namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>One text that differs between two reports; an empty side was not there.</summary>
public sealed record TextChange(string Label, string Before, string After);
