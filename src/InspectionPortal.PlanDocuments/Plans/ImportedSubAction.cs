namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>A step of a project.</summary>
/// <param name="Category">"financial", "workforce", "partners", "systems", "leadership", "closing-the-loop" or "other".</param>
/// <param name="Text">The step, without its owner and date.</param>
/// <param name="Owners">Who does it.</param>
/// <param name="Deadline">By when.</param>
public sealed record ImportedSubAction(string Category, string Text, IReadOnlyList<string> Owners, ImportedDeadline Deadline);
