namespace InspectionPortal.Domain.Reporting.PublicPages;

/// <summary>An aim as the report has it.</summary>
public sealed record PublicAim(string Number, string Statement, string? Vision);
