namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>An agency with its place in the governance chain.</summary>
public sealed record AgencyItem(Guid Id, string Code, string Name, string? Chair, Guid? ReportsToId);
