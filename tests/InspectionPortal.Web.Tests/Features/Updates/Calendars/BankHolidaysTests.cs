using System.Globalization;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Tests.Features.Updates.Calendars;

/// <summary>Against the lists that GOV.UK, nidirect, mygov.scot and gov.je publish, typed in by hand.</summary>
public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData(BankHolidayRegion.EnglandAndWales, 2022, "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec")]
    [InlineData(BankHolidayRegion.EnglandAndWales, 2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec")]
    [InlineData(BankHolidayRegion.EnglandAndWales, 2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec")]
    [InlineData(BankHolidayRegion.EnglandAndWales, 2028, "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec")]
    [InlineData(BankHolidayRegion.Scotland, 2022, "3 Jan, 4 Jan, 15 Apr, 2 May, 2 Jun, 3 Jun, 1 Aug, 19 Sep, 30 Nov, 26 Dec, 27 Dec")]
    [InlineData(BankHolidayRegion.Scotland, 2024, "1 Jan, 2 Jan, 29 Mar, 6 May, 27 May, 5 Aug, 2 Dec, 25 Dec, 26 Dec")]
    [InlineData(BankHolidayRegion.Scotland, 2026, "1 Jan, 2 Jan, 3 Apr, 4 May, 25 May, 15 Jun, 3 Aug, 30 Nov, 25 Dec, 28 Dec")]
    [InlineData(BankHolidayRegion.Scotland, 2027, "1 Jan, 4 Jan, 26 Mar, 3 May, 31 May, 2 Aug, 30 Nov, 27 Dec, 28 Dec")]
    [InlineData(BankHolidayRegion.NorthernIreland, 2026, "1 Jan, 17 Mar, 3 Apr, 6 Apr, 4 May, 25 May, 13 Jul, 31 Aug, 25 Dec, 28 Dec")]
    [InlineData(BankHolidayRegion.NorthernIreland, 2027, "1 Jan, 17 Mar, 26 Mar, 29 Mar, 3 May, 31 May, 12 Jul, 30 Aug, 27 Dec, 28 Dec")]
    [InlineData(BankHolidayRegion.Jersey, 2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 9 May, 26 May, 25 Aug, 25 Dec, 26 Dec")]
    [InlineData(BankHolidayRegion.Jersey, 2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 9 May, 25 May, 31 Aug, 25 Dec, 28 Dec")]
    [InlineData(BankHolidayRegion.Jersey, 2021, "1 Jan, 2 Apr, 5 Apr, 3 May, 9 May, 31 May, 30 Aug, 27 Sep, 27 Dec, 28 Dec")]
    public void In_Year_IsThePublishedList(BankHolidayRegion region, int year, string days) =>
        Assert.Equal(days,
            string.Join(", ", new BankHolidays(region).In(year).Select(d => d.ToString("d MMM", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2026-12-24", 1, "2026-12-29")]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2026-12-31", 1, "2027-01-04")]
    [InlineData(BankHolidayRegion.Scotland, "2026-12-31", 1, "2027-01-05")]
    [InlineData(BankHolidayRegion.Scotland, "2027-03-26", 1, "2027-03-29")]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2027-03-26", 1, "2027-03-30")]
    [InlineData(BankHolidayRegion.Jersey, "2025-05-08", 1, "2025-05-12")]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2025-05-08", 1, "2025-05-09")]
    [InlineData(BankHolidayRegion.Jersey, "2026-05-08", 1, "2026-05-11")]
    [InlineData(BankHolidayRegion.NorthernIreland, "2028-03-01", 13, "2028-03-21")]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2028-03-01", 13, "2028-03-20")]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2026-10-03", 0, "2026-10-05")]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2026-10-02", 0, "2026-10-02")]
    public void After_WorkingDays_LeavesOutWeekendsAndHolidays(BankHolidayRegion region, string day, int count, string expected) =>
        Assert.Equal(Day(expected), new WorkingDays(region).After(Day(day), count));

    [Theory]
    [InlineData("Europe/Jersey", "", BankHolidayRegion.Jersey)]
    [InlineData("Europe/London", "Jersey Care Commission", BankHolidayRegion.Jersey)]
    [InlineData("Europe/London", "Care Inspectorate|HMICS", BankHolidayRegion.Scotland)]
    [InlineData("Europe/London", "Healthcare Improvement Scotland", BankHolidayRegion.Scotland)]
    [InlineData("Europe/London", "RQIA", BankHolidayRegion.NorthernIreland)]
    [InlineData("Europe/London", "Ofsted", BankHolidayRegion.EnglandAndWales)]
    [InlineData("Europe/London", "Care Inspectorate Wales", BankHolidayRegion.EnglandAndWales)]
    [InlineData("Europe/London", "", BankHolidayRegion.EnglandAndWales)]
    public void Suggest_FromZoneAndInspectors_IsTheLikelyRegion(string zone, string bodies, BankHolidayRegion expected) =>
        Assert.Equal(expected, BankHolidayRegions.Suggest(zone, bodies.Split('|', StringSplitOptions.RemoveEmptyEntries)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
