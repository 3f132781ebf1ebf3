using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The days from and until which access is open, in the partnership's zone.</summary>
internal static class GrantDays
{
    private const int YearsMaximum = 10;

    /// <summary>What is wrong with the days that were typed; null for nothing.</summary>
    public static Invalid? Wrong(DateOnly? from, DateOnly? until, DateOnly today)
    {
        if (from < today || from > today.AddYears(1))
        {
            return Failure.Field(nameof(GrantScrutinyAccess.From), "Enter a first day from today, within one year, or leave it empty");
        }

        return until < (from ?? today) || until > today.AddYears(YearsMaximum)
            ? Failure.Field(
                nameof(GrantScrutinyAccess.Until),
                until < from && until >= today ? "Enter a last day that is not before the first day"
                    : $"Enter a date from today, within {YearsMaximum} years, or leave it empty")
            : null;
    }

    /// <summary>The first moment after the last day; null for until it is revoked.</summary>
    public static DateTimeOffset? EndOf(DateOnly? until, string zone)
    {
        if (until is not { } day)
        {
            return null;
        }

        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (place.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(midnight, place), TimeSpan.Zero);
    }
}
