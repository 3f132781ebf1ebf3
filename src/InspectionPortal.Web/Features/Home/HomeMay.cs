namespace InspectionPortal.Web.Features.Home;

/// <summary>What the page offers this person.</summary>
public sealed record HomeMay(bool EditPlan, bool FollowUpdates, bool ReadAudit);
