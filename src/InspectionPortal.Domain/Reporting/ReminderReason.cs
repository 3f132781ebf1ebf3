namespace InspectionPortal.Domain.Reporting;

/// <summary>Why a person was asked for updates, or told that some are missing.</summary>
public enum ReminderReason
{
    /// <summary>The period opened.</summary>
    Opened,

    /// <summary>A week before the due date.</summary>
    WeekBefore,

    /// <summary>The day before the due date.</summary>
    DayBefore,

    /// <summary>The due date.</summary>
    DueDay,

    /// <summary>Three days after the due date.</summary>
    Overdue,

    /// <summary>The partnership lead asked.</summary>
    ByLead,

    /// <summary>To the partnership leads, three days after the due date: how many updates are still missing.</summary>
    StillMissing,
}
