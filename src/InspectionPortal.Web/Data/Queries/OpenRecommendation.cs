namespace InspectionPortal.Web.Data.Queries;

public sealed record OpenRecommendation(Guid Id, string Number, string Text);
