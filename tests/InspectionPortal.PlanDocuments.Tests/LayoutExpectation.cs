namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>What an import must find: a number of projects, a word of a message, or a project with its cells.</summary>
public sealed record LayoutExpectation(string Key, string Value, List<(string Key, string Value)> Cells);
