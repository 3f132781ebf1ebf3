namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>When the visit before this one began; null on the first.</summary>
public sealed record LastVisit(DateTimeOffset? LastLooked);
