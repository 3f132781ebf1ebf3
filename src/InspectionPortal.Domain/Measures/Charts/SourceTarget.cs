namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>A value to be reached, in the measure's unit; <paramref name="By"/> is null where no day is understood.</summary>
public sealed record SourceTarget(Guid Id, decimal Value, DateOnly? By, string ByText);
