using InspectionPortal.Web.Identity.Factors;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Somebody's second steps as an administrator sees them.</summary>
public sealed record FactorsOfPage(Guid UserId, string Name, string Email, PersonFactors Factors, bool IsSelf);
