using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Components.TagHelpers;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>What the form of a reporting calendar shows beside its fields.</summary>
public sealed class CalendarFormPage : FormPage
{
    /// <summary>The day that counts as today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The periods that the plan has.</summary>
    public required IReadOnlyList<PeriodDays> Existing { get; init; }

    /// <summary>True where a calendar is stored.</summary>
    public required bool IsSet { get; init; }

    /// <summary>True for a demonstration, where no period opens by itself.</summary>
    public required bool IsDemonstration { get; init; }

    public IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        Kind(ReportingCalendarKind.CalendarQuarters, "January to March, April to June, July to September, October to December"),
        Kind(ReportingCalendarKind.FinancialQuarters, "The same months, numbered from April"),
        Kind(ReportingCalendarKind.Months, null),
        Kind(ReportingCalendarKind.MeetingDates, "Each period lasts from one meeting of the chief officers to the next"),
    ];

    public IReadOnlyList<SelectListItem> Regions { get; } =
        [.. Enum.GetValues<BankHolidayRegion>().Select(r => new SelectListItem(BankHolidayRegions.NameOf(r), r.ToString()))];

    public IReadOnlyList<SelectListItem> Sides { get; } =
    [
        new Choice("After the last day of the period", OpensWhen.After.ToString(), "1 is the day after"),
        new Choice(
            "Before the last day of the period", OpensWhen.Before.ToString(), "If you report by meeting dates: before the meeting"),
    ];

    public IReadOnlyList<SelectListItem> Counts { get; } =
    [
        new SelectListItem("All days", DueCount.AllDays.ToString()),
        new SelectListItem("Working days only", DueCount.WorkingDays.ToString()),
    ];

    public IReadOnlyList<SelectListItem> ReminderDays { get; } =
        [.. ReminderSchedule.All.Select(r => new SelectListItem(CalendarLabels.Of(r), r.ToString()))];

    private static Choice Kind(ReportingCalendarKind kind, string? hint) => new(CalendarLabels.Of(kind), kind.ToString(), hint);
}
