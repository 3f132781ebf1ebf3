namespace InspectionPortal.Web.Features.Reports;

/// <summary>A chief officer who has not decided on a report and may.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Label">Post and name.</param>
/// <param name="AgencyId">The agency they sign for; null for none.</param>
public sealed record UndecidedOfficer(Guid UserId, string Label, Guid? AgencyId);
