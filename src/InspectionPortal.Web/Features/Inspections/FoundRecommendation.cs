namespace InspectionPortal.Web.Features.Inspections;

public sealed record FoundRecommendation(Guid Id, string Number, string Text);
