namespace InspectionPortal.Web.Data.Queries;

/// <summary>A version of a report that is withheld from somebody.</summary>
public sealed record WithheldReport(Guid PeriodId, Guid PlanId, string Title, int Number, DateOnly To);
