namespace InspectionPortal.Web.Features.People;

public sealed record ResponsibilityChoices(IReadOnlyList<ResponsibilityChoice> All);
