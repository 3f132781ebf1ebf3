using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// One e-mail that asked one person for the updates they had not submitted, or told a partnership lead how many are missing. It is
/// written in the same transaction as the e-mail, so nobody gets two for the same reason and day.
/// </summary>
public sealed class UpdateReminder : TenantEntity
{
    public Guid PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }

    /// <summary>Who was written to.</summary>
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }

    public ReminderReason Reason { get; set; }

    /// <summary>The day it counts for: the day of the schedule, or the day on which the partnership lead asked.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The partnership lead who asked; null where the schedule did.</summary>
    public Guid? ByUserId { get; set; }

    /// <summary>How many updates of theirs were missing then; of everyone, in a message to a lead.</summary>
    public int Items { get; set; }
}
