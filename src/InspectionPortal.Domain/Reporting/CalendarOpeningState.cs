namespace InspectionPortal.Domain.Reporting;

public enum CalendarOpeningState
{
    /// <summary>The calendar is off: periods are opened by hand.</summary>
    Off,

    /// <summary>The first period has not reached its opening day.</summary>
    NotYet,

    /// <summary>The latest period should be open and is not there: it is to be opened now.</summary>
    Due,

    /// <summary>The plan has the latest period, or one that covers all its days.</summary>
    Opened,

    /// <summary>The plan has a period that covers some of its days. People decide; the portal opens nothing.</summary>
    Overlapping,
}
