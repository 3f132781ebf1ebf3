namespace InspectionPortal.Web.Features.People;

public sealed record ResponsibilityPage(ResponsibilityFact? Responsibility, IReadOnlyList<(Guid Id, string Name)> Agencies);
