namespace InspectionPortal.Web.Features.People;

public sealed record HolderRow(Guid Id, Guid UserId, string Person, DateOnly From, DateOnly? Until, bool IsNow);
