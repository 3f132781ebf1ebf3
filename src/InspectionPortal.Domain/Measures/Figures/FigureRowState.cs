namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>What saving would do with a row.</summary>
public enum FigureRowState
{
    Nothing,
    New,

    /// <summary>The same figure of the same period is stored already.</summary>
    There,
    Unchanged,
    NoteChanged,
    Corrected,
    Wrong,
}
