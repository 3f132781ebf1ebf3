using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Whether a decision that the portal proposes goes into the report.</summary>
public sealed class ProposalRow
{
    public Guid ProjectId { get; set; }

    public DecisionOrigin Origin { get; set; }

    public bool IsTaken { get; set; }
}
