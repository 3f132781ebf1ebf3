namespace InspectionPortal.Domain.Partnerships;

/// <summary>One column.</summary>
/// <param name="Field">What its cells hold.</param>
/// <param name="Label">The partnership's header, at most <see cref="LabelMaxLength"/> characters; null means the portal's own word.</param>
/// <param name="Group">The header above this and its neighbours of the same group; null for none.</param>
/// <param name="Note">What the plan says of the column in a footnote.</param>
public sealed record PlanColumn(PlanField Field, string? Label, string? Group = null, string? Note = null)
{
    public const int LabelMaxLength = 80;
    public const int NoteMaxLength = 500;
}
