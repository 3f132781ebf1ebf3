using PublicHoliday;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// The bank holidays of a region, with substitute days. The package PublicHoliday knows those of the United Kingdom; Jersey, which
/// it does not have, is a rule of our own (docs/decisions/0037-working-days.md).
/// </summary>
public sealed class BankHolidays(BankHolidayRegion region)
{
    /// <summary>
    /// Days that the States of Jersey added for one year. Add new ones here: they are announced months before.
    /// </summary>
    private static readonly (DateOnly Day, string Name)[] JerseyOnly = [(new(2021, 9, 27), "Corn Riots anniversary")];

    /// <summary>Each year is worked out once; an object of this class serves one piece of work and is not shared.</summary>
    private readonly Dictionary<int, Dictionary<DateOnly, string>> _years = [];

    /// <summary>What people call the bank holiday of that day, such as "Good Friday"; null where it is none.</summary>
    public string? NameOf(DateOnly day) => Year(day.Year).GetValueOrDefault(day);

    /// <summary>The bank holidays of a year, in order.</summary>
    public IReadOnlyList<DateOnly> In(int year) => [.. Year(year).Keys.Order()];

    /// <summary>Easter Sunday of a year.</summary>
    public static DateOnly EasterSunday(int year) => DateOnly.FromDateTime(UKBankHoliday.GoodFriday(year)).AddDays(2);

    private Dictionary<DateOnly, string> Year(int year)
    {
        if (!_years.TryGetValue(year, out var days))
        {
            days = region == BankHolidayRegion.Jersey ? Jersey(year) : UnitedKingdom(Country, year);
            _years.Add(year, days);
        }

        return days;
    }

    private UKBankHoliday.UkCountries Country => region switch
    {
        BankHolidayRegion.Scotland => UKBankHoliday.UkCountries.Scotland,
        BankHolidayRegion.NorthernIreland => UKBankHoliday.UkCountries.NorthernIreland,
        _ => UKBankHoliday.UkCountries.England,
    };

    private static Dictionary<DateOnly, string> UnitedKingdom(UKBankHoliday.UkCountries country, int year) =>
        new UKBankHoliday(country).PublicHolidayNames(year).ToDictionary(d => DateOnly.FromDateTime(d.Key), d => d.Value);

    /// <summary>
    /// The days of England and Wales, and Liberation Day on 9 May. There is no substitute where 9 May is a Saturday or a Sunday:
    /// the Public Holidays and Bank Holidays (Jersey) Act gives none, and the States have refused one each time.
    /// </summary>
    private static Dictionary<DateOnly, string> Jersey(int year)
    {
        var days = UnitedKingdom(UKBankHoliday.UkCountries.England, year);
        days.TryAdd(new DateOnly(year, 5, 9), "Liberation Day");
        foreach (var (day, name) in JerseyOnly.Where(d => d.Day.Year == year))
        {
            days.TryAdd(day, name);
        }

        return days;
    }
}
