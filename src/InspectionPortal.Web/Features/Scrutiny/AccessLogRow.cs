namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record AccessLogRow(DateTimeOffset At, string? Officer, string Body, string What);
