namespace InspectionPortal.Domain.Imports;

/// <summary>What somebody looked at when they said that a file is to be brought in.</summary>
/// <param name="Seen">The fingerprint of the plan as the page showed it.</param>
/// <param name="Choices">The choices under which it was shown.</param>
public sealed record ImportAgreed(string? Seen, ImportChoices Choices);
