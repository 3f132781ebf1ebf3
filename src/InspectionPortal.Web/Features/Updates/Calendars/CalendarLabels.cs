using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>What people read for the choices of a reporting calendar.</summary>
public static class CalendarLabels
{
    public static string Of(ReportingCalendarKind kind) => kind switch
    {
        ReportingCalendarKind.CalendarQuarters => "Quarters of the calendar year",
        ReportingCalendarKind.FinancialQuarters => "Quarters of the financial year, April to March",
        ReportingCalendarKind.Months => "Months",
        _ => "Meeting dates",
    };

    public static string Of(ReminderReason reason) => reason switch
    {
        ReminderReason.Opened => "When the period opens",
        ReminderReason.WeekBefore => "7 days before the due date",
        ReminderReason.DayBefore => "1 day before the due date",
        ReminderReason.DueDay => "On the due date",
        ReminderReason.Overdue => "3 days after the due date",
        _ => "To partnership leads, 3 days after the due date, if updates are missing",
    };
}
