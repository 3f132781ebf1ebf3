namespace InspectionPortal.Web.Components.Changes;

/// <summary>Words that stand together and share what became of them.</summary>
public sealed record TextRun(TextRunKind Kind, string Text);
