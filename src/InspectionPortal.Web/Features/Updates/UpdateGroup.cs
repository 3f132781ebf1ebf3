namespace InspectionPortal.Web.Features.Updates;

/// <summary>The projects that one responsibility leads, and who holds it today.</summary>
public sealed record UpdateGroup(string Responsibility, IReadOnlyList<string> Holders, IReadOnlyList<UpdateLine> Lines, bool IsUnnamed);
