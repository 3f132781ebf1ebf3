namespace InspectionPortal.Web.Features.People;

public sealed record HoldingRow(Guid Id, Guid ResponsibilityId, string Responsibility, DateOnly From, DateOnly? Until, bool IsNow);
