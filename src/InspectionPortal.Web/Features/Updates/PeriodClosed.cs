namespace InspectionPortal.Web.Features.Updates;

public sealed record PeriodClosed(Guid Id);
