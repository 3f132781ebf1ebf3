using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A plan with its periods that are not approved, the last submitted quarter and the reporting calendar.</summary>
internal sealed record HomeHead(
    Guid Id, string Title, string? PeriodText, List<HomePeriod> Periods, HomeBefore? Before, ReportingCalendar? Calendar)
{
    /// <summary>How many pieces of evidence of the partnership are not released.</summary>
    public int Unreleased { get; init; }

    /// <summary>Corrections of published reports that are with the chief officers and wait for this person too.</summary>
    public List<HomeCorrection> Corrections { get; init; } = [];
}
