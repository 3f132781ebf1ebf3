using FluentValidation;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>The fields of a plan's reporting calendar, as people type them.</summary>
public abstract class CalendarFields : FormFields
{
    /// <summary>From the address.</summary>
    [BindNever]
    public Guid PlanId { get; set; }

    public bool IsOn { get; set; }
    public ReportingCalendarKind? Kind { get; set; }
    public string? StartsOn { get; set; }
    public string? MeetingDates { get; set; }
    public string? OpensDays { get; set; }
    public OpensWhen? OpensWhen { get; set; }
    public string? DueDays { get; set; }
    public DueCount? DueCount { get; set; }
    public string? MeetingDays { get; set; }
    public BankHolidayRegion? Region { get; set; }
    public List<ReminderReason> Reminders { get; set; } = [];

    public CalendarFormPage Choices() => (CalendarFormPage)RequiredPage();

    /// <summary>What is missing or cannot be read; empty where <see cref="WriteTo"/> may be called.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. new CalendarRules().Validate(this).Errors.Select(e => e.ErrorMessage).Distinct(StringComparer.Ordinal)];

    /// <summary>Writes what was typed into a calendar. The fields are valid.</summary>
    public ReportingCalendar WriteTo(ReportingCalendar calendar)
    {
        var isMeetings = Kind == ReportingCalendarKind.MeetingDates;
        calendar.PlanId = PlanId;
        calendar.IsOn = IsOn;
        calendar.Kind = Kind.GetValueOrDefault();
        calendar.StartsOn = TypedInput.Date(StartsOn).GetValueOrDefault();
        calendar.OpensAfterDays = (OpensWhen == Calendars.OpensWhen.Before ? -1 : 1) * Days(OpensDays).GetValueOrDefault();
        calendar.DueAfterDays = Days(DueDays).GetValueOrDefault();
        calendar.DueInWorkingDays = DueCount == Calendars.DueCount.WorkingDays;
        calendar.MeetingAfterDays = isMeetings ? null : Days(MeetingDays);
        calendar.MeetingDates = isMeetings ? [.. Meetings(MeetingDates).OfType<DateOnly>().Order()] : [];
        calendar.Region = Region.GetValueOrDefault();
        calendar.Reminders = [.. ReminderSchedule.All.Where(Reminders.Contains)];
        return calendar;
    }

    /// <summary>A whole number from 0 to the most that a calendar takes; null for anything else.</summary>
    internal static int? Days(string? text) =>
        TypedInput.Number(text) is >= 0 and <= ReportingCalendar.DaysMaximum and { } number && number == decimal.Truncate(number)
            ? (int)number
            : null;

    /// <summary>One date a line; null for a line that is none.</summary>
    internal static IReadOnlyList<DateOnly?> Meetings(string? text) => [.. TypedInput.Lines(text).Select(TypedInput.Date)];
}

internal sealed class CalendarRules : AbstractValidator<CalendarFields>
{
    public CalendarRules()
    {
        RuleFor(c => c.Kind).Must(k => k is { } kind && Enum.IsDefined(kind)).WithMessage("Choose which periods you report on");
        RuleFor(c => c.StartsOn).Must(text => TypedInput.Date(text) is not null)
            .WithMessage("Enter the first day that the calendar covers, like 1 October 2026");
        RuleFor(c => c.OpensDays).Must(text => CalendarFields.Days(text) is not null)
            .WithMessage($"Enter when a period opens as a number of days from 0 to {ReportingCalendar.DaysMaximum}");
        RuleFor(c => c.OpensWhen).Must(w => w is { } when && Enum.IsDefined(when))
            .WithMessage("Choose whether a period opens after or before that day");
        RuleFor(c => c.DueDays).Must(text => CalendarFields.Days(text) is >= 1)
            .WithMessage($"Enter how long people have as a number of days from 1 to {ReportingCalendar.DaysMaximum}");
        RuleFor(c => c.DueCount).Must(d => d is { } count && Enum.IsDefined(count)).WithMessage("Choose which days count");
        RuleFor(c => c.Region).Must(r => r is { } region && Enum.IsDefined(region)).WithMessage("Choose whose bank holidays count");
        RuleFor(c => c.Reminders).Must(list => list.TrueForAll(ReminderSchedule.All.Contains))
            .WithMessage("Choose reminders from the list");
        When(c => c.Kind == ReportingCalendarKind.MeetingDates, AddMeetingRules).Otherwise(() =>
            RuleFor(c => c.MeetingDays).Must(text => text is null || CalendarFields.Days(text) is not null)
                .WithMessage(
                    $"Enter when the chief officers meet as a number of days from 0 to {ReportingCalendar.DaysMaximum}, "
                    + "or leave it empty"));
    }

    private void AddMeetingRules()
    {
        RuleFor(c => c.MeetingDates).Cascade(CascadeMode.Stop)
            .Must(text => TypedInput.Lines(text).Count > 0).WithMessage("Enter the dates of the meetings, one on each line")
            .Must(text => TypedInput.Lines(text).Count <= ReportingCalendar.MeetingDatesMaximum)
            .WithMessage($"Enter {ReportingCalendar.MeetingDatesMaximum} meeting dates or fewer")
            .Must(text => CalendarFields.Meetings(text).All(d => d is not null))
            .WithMessage("Enter each meeting as a real date on its own line, like 24 November 2026")
            .Must(text => CalendarFields.Meetings(text) is var days && days.Distinct().Count() == days.Count)
            .WithMessage("Enter each meeting once")
            .Must((c, text) => TypedInput.Date(c.StartsOn) is not { } first || CalendarFields.Meetings(text).Any(d => d > first))
            .WithMessage("Enter a meeting that is after the first day that the calendar covers");
        RuleFor(c => c.OpensWhen).Must((c, when) => when == OpensWhen.Before && CalendarFields.Days(c.OpensDays) is not 0)
            .When(c => c.OpensWhen is not null && CalendarFields.Days(c.OpensDays) is not null)
            .WithMessage("Choose “Before” and at least 1 day: updates must open before the meeting");
    }
}
