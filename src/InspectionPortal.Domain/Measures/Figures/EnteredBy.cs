namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>Who does it, and when.</summary>
public sealed record EnteredBy(Guid UserId, DateTimeOffset At);
