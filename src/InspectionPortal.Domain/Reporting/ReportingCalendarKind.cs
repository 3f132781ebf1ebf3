namespace InspectionPortal.Domain.Reporting;

/// <summary>Which periods a reporting calendar has.</summary>
public enum ReportingCalendarKind
{
    /// <summary>January to March, and so on.</summary>
    CalendarQuarters,

    /// <summary>The same months, numbered from April as councils number their financial year.</summary>
    FinancialQuarters,

    /// <summary>Each month.</summary>
    Months,

    /// <summary>From one meeting of the chief officers to the day before the next.</summary>
    MeetingDates,
}
