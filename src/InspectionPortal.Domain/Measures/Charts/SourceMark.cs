namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>Something with a day: a rebase with its reason, a note with its words.</summary>
public sealed record SourceMark(Guid Id, DateOnly Date, string Text);
