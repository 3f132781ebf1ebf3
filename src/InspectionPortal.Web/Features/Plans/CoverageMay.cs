namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the page offers this person.</summary>
public sealed record CoverageMay(bool Edit, bool AddEvidence, bool IsMember);
