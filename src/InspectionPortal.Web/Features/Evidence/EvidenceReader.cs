using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A scrutiny body with a grant in force.</summary>
public sealed record EvidenceReader(string Body, string Plan, GrantScope Scope);
