using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A decision that the portal proposes from an accepted update.</summary>
public sealed record DecisionProposal(Guid ProjectId, string Project, DecisionOrigin Origin, string Text);
