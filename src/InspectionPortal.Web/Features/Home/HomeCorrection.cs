namespace InspectionPortal.Web.Features.Home;

/// <summary>A correction of a published report that waits for this person’s decision.</summary>
internal sealed record HomeCorrection(Guid PeriodId, string Title, string Plan);
