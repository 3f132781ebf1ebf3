using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Figures;

namespace InspectionPortal.Web.Tests.Features.Measures.Figures;

/// <summary>Dates, values and frequencies as people write them.</summary>
public sealed class FigureReadingTests
{
    [Theory]
    [InlineData("March 2019", "2019-03-31")]
    [InlineData("Mar 2019", "2019-03-31")]
    [InlineData("Mar-19", "2019-03-31")]
    [InlineData("Sept 19", "2019-09-30")]
    [InlineData("03/2019", "2019-03-31")]
    [InlineData("2019-03", "2019-03-31")]
    [InlineData("Q2 2019/20", "2019-09-30")]
    [InlineData("Q1 2019", "2019-03-31")]
    [InlineData("April to June 2020", "2020-06-30")]
    [InlineData("January to March 2020", "2020-03-31")]
    [InlineData("October to December 2019", "2019-12-31")]
    [InlineData("30/03/2019", "2019-03-30", false)]
    [InlineData("2019-03-30T00:00:00", "2019-03-30", false)]
    [InlineData("30 March 2019", "2019-03-30", false)]
    [InlineData("30.3.2019", "2019-03-30", false)]
    [InlineData("2019", "2019-12-31")]
    public void Date_AsWritten_IsUnderstood(string text, string day, bool keepsWords = true)
    {
        var read = FigureDate.Read(text, out var error);

        Assert.Null(error);
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), read?.Day);
        Assert.Equal(keepsWords ? text : null, read?.AsWritten);
    }

    [Theory]
    [InlineData("03/31/2019")]
    [InlineData("31 February 2019")]
    [InlineData("soon")]
    [InlineData("46")]
    [InlineData("13/2019")]
    [InlineData("ongoing")]
    [InlineData("March 2019, June 2019")]
    [InlineData("March")]
    public void Date_ThatIsNone_IsRefusedWithAnExample(string text)
    {
        Assert.Null(FigureDate.Read(text, out var error));
        Assert.Contains("March 2019", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("46", "%", "46")]
    [InlineData("12 %", "%", "12")]
    [InlineData("46.5%", null, "46.5")]
    [InlineData("1,234", null, "1234")]
    [InlineData("1,234.5", null, "1234.5")]
    [InlineData("−4", null, "-4")]
    [InlineData("12 children", "children", "12")]
    [InlineData("£1,200", "£", "1200")]
    [InlineData(".5", null, "0.5")]
    [InlineData("46 per cent", "%", "46")]
    public void Value_AsWritten_IsUnderstood(string text, string? unit, string value)
    {
        var read = FigureValue.Read(text, unit, out var error);

        Assert.Null(error);
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), read?.Value);
    }

    [Theory]
    [InlineData("12 of 26")]
    [InlineData("12/26")]
    [InlineData("12 out of 26")]
    public void Value_OfCounts_IsBoth(string text) => Assert.Equal(new FigureValue(null, 12, 26), FigureValue.Read(text, "%", out _));

    [Theory]
    [InlineData("≈40", "not an exact number")]
    [InlineData("~40", "not an exact number")]
    [InlineData("<5", "not an exact number")]
    [InlineData("about 40", "not an exact number")]
    [InlineData("40-50", "not an exact number")]
    [InlineData("40+", "not an exact number")]
    [InlineData("n/a", "is not a figure")]
    [InlineData("-", "is not a figure")]
    [InlineData("#DIV/0!", "is not a figure")]
    [InlineData("46,5", "46.5")]
    [InlineData("many", "is not a number")]
    [InlineData("1e9", "is not a number")]
    [InlineData("1,23,4", "is not a number")]
    public void Value_ThatIsNone_SaysWhatToDo(string text, string says)
    {
        Assert.Null(FigureValue.Read(text, "%", out var error));
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_PercentOfAMeasureOfChildren_IsRefused()
    {
        Assert.Null(FigureValue.Read("12%", "children", out var error));
        Assert.Contains("counted in children", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Monthly", "month", 1, 0)]
    [InlineData("every month", "month", 1, 0)]
    [InlineData("Quarterly", "quarter", 3, 0)]
    [InlineData("Each quarter", "quarter", 3, 0)]
    [InlineData("3-monthly", "quarter", 3, 0)]
    [InlineData("Every six months", "half-year", 6, 0)]
    [InlineData("Half-yearly", "half-year", 6, 0)]
    [InlineData("Twice a year", "half-year", 6, 0)]
    [InlineData("Annual", "year", 12, 0)]
    [InlineData("Every two years", "figure", 24, 0)]
    [InlineData("Every two months", "figure", 2, 0)]
    [InlineData("Every other month", "figure", 2, 0)]
    [InlineData("Weekly", "week", 0, 7)]
    [InlineData("Every 2 weeks", "fortnight", 0, 14)]
    [InlineData("Fortnightly", "fortnight", 0, 14)]
    [InlineData("Every six weeks", "figure", 0, 42)]
    [InlineData("Daily", "day", 0, 1)]
    [InlineData("Twice a month", "figure", 0, 0)]
    [InlineData("As it happens", "figure", 0, 0)]
    [InlineData("Every 0 months", "figure", 0, 0)]
    [InlineData(null, "figure", 0, 0)]
    public void Frequency_Words_AreMonthsOrDays(string? words, string word, int months, int days) =>
        Assert.Equal(new MeasureFrequency(word, months, days), MeasureFrequency.Of(words));

    [Fact]
    public void Missing_WeekWithoutAFigure_IsItsLastDay() => Assert.Equal(
        [new(2020, 6, 14), new(2020, 6, 28)],
        FigurePeriods.Of("Weekly").Missing([new(2020, 6, 7), new(2020, 6, 21)], new DateOnly(2020, 7, 4)));

    [Fact]
    public void Missing_MonthWithoutAFigure_IsNamedAndWhatIsDueIsLate()
    {
        var periods = FigurePeriods.Of("Monthly");
        DateOnly[] entered = [new(2020, 3, 31), new(2020, 4, 30), new(2020, 6, 15)];

        var missing = periods.Missing(entered, new DateOnly(2020, 8, 31));

        Assert.Equal([new(2020, 5, 31), new(2020, 7, 31), new(2020, 8, 31)], missing);
        Assert.Equal(
            ["May 2020 is missing.", "July 2020 and August 2020 have ended and have no figures yet."], periods.Say(missing, entered[^1]));
    }

    [Theory]
    [InlineData(3, "2019-06-30", "2020-01-10", "2019-09-30 2019-12-31")]
    [InlineData(12, "2017-03-31", "2019-12-31", "2018-03-31 2019-03-31")]
    [InlineData(6, "2019-01-31", "2020-01-30", "2019-07-31")]
    [InlineData(3, "2020-06-30", "2020-09-29", "")]
    public void Missing_SinceTheOnlyFigure_AreThePeriodsThatAreOver(int months, string entered, string today, string ends) => Assert.Equal(
        ends, string.Join(' ', FigurePeriods.Of($"Every {months} months").Missing([Day(entered)], Day(today)).Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("Monthly", "2020-11-20", "2020-10-31")]
    [InlineData("Monthly", "2020-11-30", "2020-11-30")]
    [InlineData("Monthly", "2020-10-20", "2020-10-20")]
    [InlineData("Quarterly", "2020-11-20", "2020-11-20")]
    [InlineData(null, "2020-11-20", "2020-11-20")]
    [InlineData("Monthly", "2021-01-15", "2020-12-31")]
    public void DayWithin_FourthQuarter_IsNeverAhead(string? frequency, string today, string day) =>
        Assert.Equal(Day(day), FigurePeriods.Of(frequency).DayWithin(new DateOnly(2020, 10, 1), new DateOnly(2020, 12, 31), Day(today)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
