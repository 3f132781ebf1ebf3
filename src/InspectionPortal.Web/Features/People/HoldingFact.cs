namespace InspectionPortal.Web.Features.People;

public sealed record HoldingFact(Guid Id, Guid UserId, string Person, string Responsibility, DateOnly From, DateOnly? Until, uint Version);
