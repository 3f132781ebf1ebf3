namespace InspectionPortal.Web.Identity;

/// <summary>The chief officer for whom a person decides on reports today.</summary>
/// <param name="OfficerId">The chief officer.</param>
/// <param name="OfficerName">Their name.</param>
/// <param name="Capacity">The post in which they sign; null where none is known.</param>
/// <param name="IsOfficerLead">True where the chief officer is a partnership lead too.</param>
/// <param name="Until">Last day of it.</param>
public sealed record SessionDelegation(Guid OfficerId, string OfficerName, string? Capacity, bool IsOfficerLead, DateOnly Until);
