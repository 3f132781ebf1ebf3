namespace InspectionPortal.Domain.Imports;

/// <summary>One field that an import changed.</summary>
public sealed record ImportedChange(string Entity, Guid Id, string Field, string? Before);
