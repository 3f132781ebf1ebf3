namespace InspectionPortal.Domain.Reporting;

/// <summary>What the partnership lead did with a decision that the portal proposed.</summary>
/// <param name="ProjectId">Whose update proposes it.</param>
/// <param name="Origin">What in the update proposes it.</param>
/// <param name="IsTaken">True where it goes into the report as a decision sought.</param>
public sealed record ProposalChoice(Guid ProjectId, DecisionOrigin Origin, bool IsTaken);
