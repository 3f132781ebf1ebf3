namespace InspectionPortal.Web.Features.Updates;

public sealed record PeriodOpened(Guid Id);
