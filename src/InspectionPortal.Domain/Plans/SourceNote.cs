namespace InspectionPortal.Domain.Plans;

/// <summary>Where in the partnership's own document a row comes from, and what is doubtful about it there.</summary>
public sealed record SourceNote(string? Place, string? Note, bool Unclear)
{
    public const int PlaceMaxLength = 300;
    public const int NoteMaxLength = 2000;

    public static SourceNote None { get; } = new(null, null, false);
}
