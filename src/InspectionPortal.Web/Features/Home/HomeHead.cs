using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Home;

/// <summary>The plan with what is told of it as a whole.</summary>
internal sealed record HomeHead(HomePlan Plan, int Unreleased, List<HomePeriod> Periods, HomeBefore? Before, ReportingCalendar? Calendar);
