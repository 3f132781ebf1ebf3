using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A plan with its periods that are not approved, the last submitted quarter and the reporting calendar.</summary>
internal sealed record HomeHead(
    Guid Id, string Title, string? PeriodText, List<HomePeriod> Periods, HomeBefore? Before, ReportingCalendar? Calendar);
