namespace InspectionPortal.Domain.Reporting;

/// <summary>Monday to Friday without bank holidays.</summary>
public sealed class WorkingDays(BankHolidays holidays)
{
    /// <summary>The working days of a region.</summary>
    public WorkingDays(BankHolidayRegion region)
        : this(new BankHolidays(region))
    {
    }

    /// <summary>True where people are at work.</summary>
    public bool Includes(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && holidays.NameOf(day) is null;

    /// <summary>The day itself where it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!Includes(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>
    /// So many working days after <paramref name="day"/>, which is not counted itself: one working day after a Friday is Monday.
    /// With 0 it is the day itself, or the next working day.
    /// </summary>
    public DateOnly After(DateOnly day, int count)
    {
        var reached = count == 0 ? OnOrAfter(day) : day;
        for (var counted = 0; counted < count; counted++)
        {
            reached = OnOrAfter(reached.AddDays(1));
        }

        return reached;
    }
}
