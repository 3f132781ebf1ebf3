namespace InspectionPortal.Web.Features.Reports;

/// <summary>An approved report in a pack: the edition for scrutiny bodies.</summary>
public sealed record PackReport(Guid PeriodId, string Title, DateTimeOffset PublishedAt, byte[] Edition);
