namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>A finding that the partnership has on record.</summary>
public sealed record KnownRecommendation(string Number, string Text);
