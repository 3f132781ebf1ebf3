namespace InspectionPortal.Web.Features.Plans;

/// <summary>Something said of a project, and whether the partnership lead has taken it.</summary>
public sealed record PlanEntry(string Text, string? DateText, string? AgencyCode, string? AgencyName, string? Period, bool IsAccepted);
