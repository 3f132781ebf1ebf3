namespace InspectionPortal.Web.Features.Search;

/// <summary>A piece of a text, and whether it is what was searched for.</summary>
public sealed record TextRun(string Text, bool IsMarked);
