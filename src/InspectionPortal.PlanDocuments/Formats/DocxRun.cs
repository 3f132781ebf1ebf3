namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>Words of a paragraph that look alike.</summary>
internal sealed record DocxRun(string Text, bool IsBold = false, bool IsItalic = false, string? Colour = null)
{
    public static implicit operator DocxRun(string text) => new(text);
}
