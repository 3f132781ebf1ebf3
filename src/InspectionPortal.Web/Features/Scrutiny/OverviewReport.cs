namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record OverviewReport(Guid PeriodId, string Title, DateTimeOffset PublishedAt);
