namespace InspectionPortal.Web.Features.People;

public sealed record HoldingPage(
    HoldingFact? Holding, IReadOnlyList<(Guid Id, string Name)> People, IReadOnlyList<(Guid Id, string Name)> Responsibilities);
