using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

/// <summary>What holds for every text, whatever it says.</summary>
public sealed class DeadlinePropertyTests
{
    private static readonly string[] Pieces =
    [
        "30 September 2020", "31 February 2020", "31-10-19", "18 11 19", "2020-09-30", "Aug17", "Sept 2018", "October", "may", "May", "30", "th", "1", "99",
        "Q3 2018", "Q3", "winter 2019/20", "term", "2020", "2019/20", "9999", "0", "'18", "by", "from", "until", "to", "after", "within", "one month of",
        "and", ",", ".", ";", "-", "–", "/", "%", "50%", "twice", "quarterly", "every six months", "ongoing", "on-going", "onwards", "commence in",
        "review", "immediate", "TBC", "to be agreed", "N/A", "none", "end of", "the", "(", ")", "<p>", "</p>", "<", "\n", "\t", "é", "İ", "😀", "audit",
    ];

    private static readonly Gen<string> Sentences =
        from pieces in Gen.Elements(Pieces).ListOf()
        from joint in Gen.Elements(" ", "", "  ", "\n")
        select string.Join(joint, pieces);

    private static readonly Arbitrary<string> Texts =
        Arb.From(Gen.OneOf(Sentences, Sentences, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")));

    [Fact]
    public void Parse_AnyText_WordsKept() =>
        Holds(text => string.Equals(DeadlineParser.Parse(text).Text, text.Trim(), StringComparison.Ordinal));

    [Fact]
    public void Parse_AnyText_SameAgain() => Holds(text => DeadlineParser.Parse(text).Equals(DeadlineParser.Parse($"  {text}\n")));

    [Fact]
    public void Parse_AnyText_DueNotBeforeStarts() => Holds(text =>
    {
        var deadline = DeadlineParser.Parse(text);
        return deadline.Starts is not { } starts || deadline.Due is not { } due || due >= starts;
    });

    [Fact]
    public void Parse_AnyText_KindAgreesWithDates() => Holds(text =>
    {
        var deadline = DeadlineParser.Parse(text);
        var several = deadline.Kind is DeadlineKind.List or DeadlineKind.Staged;
        return several == deadline.Stages.Count > 1
            && (!several || deadline.Due == deadline.Stages.Max(stage => stage.Due))
            && deadline.Stages.All(stage => stage.Label.Length is > 0 and <= DeadlineStage.LabelMaxLength)
            && deadline.Kind switch
            {
                DeadlineKind.Date or DeadlineKind.Month or DeadlineKind.Quarter or DeadlineKind.Season or DeadlineKind.Year
                    or DeadlineKind.Review => deadline.Due is not null,
                DeadlineKind.From => deadline.Starts is not null && deadline.Due is null,
                DeadlineKind.OngoingUntil or DeadlineKind.Recurring or DeadlineKind.List or DeadlineKind.Staged => true,
                DeadlineKind.Ongoing => deadline.Due is null,
                _ => deadline.Due is null && deadline.Starts is null,
            };
    });

    [Fact]
    public void Parse_AnyText_RoundTripsAsJson() => Holds(text =>
    {
        var deadline = DeadlineParser.Parse(text);
        var carriable = !deadline.Text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
        return !carriable || DeadlineJson.Parse(DeadlineJson.Serialize(deadline)).Equals(deadline);
    });

    [Fact]
    public void DaysLate_AnyTextAndDay_AgreesWithIsLate() => Holds(text =>
    {
        var deadline = DeadlineParser.Parse(text);
        var today = new DateOnly(2019, 6, 1);
        return deadline.IsLate(today) == deadline.DaysLate(today) > 0
            && (deadline.FirstMissed(today) ?? DateOnly.MinValue) < today
            && !deadline.IsLate(today, _ => true);
    });

    [Fact]
    public void Parse_DayInAnyForm_ThatDay() => Prop.ForAll(
        Arb.From(from number in Gen.Choose(0, 36_523) select new DateOnly(2000, 1, 1).AddDays(number)),
        Arb.From(Gen.Elements("d MMMM yyyy", "d MMM yyyy", "dd/MM/yyyy", "d-M-yyyy", "yyyy-MM-dd", "d.M.yyyy", "d MMMM, yyyy", "MMMM d, yyyy")),
        (day, form) => DeadlineParser.Parse($"By {day.ToString(form, CultureInfo.InvariantCulture)}") is { Kind: DeadlineKind.Date } read && read.Due == day)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("en-US")]
    public void Parse_OtherCulture_Same(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal(new DateOnly(2020, 12, 4), DeadlineParser.Parse("BY 04/12/2020").Due);
            Assert.Equal(DeadlineKind.Immediate, DeadlineParser.Parse("IMMEDIATE").Kind);
            Assert.Equal(new DateOnly(2020, 4, 30), DeadlineParser.Parse("APRIL 2020").Due);
            Assert.Equal("4 December 2020", DateFormat.Full(new DateOnly(2020, 12, 4)));
            Assert.Equal("4 Dec", DateFormat.Brief(new DateOnly(2020, 12, 4)));
            Assert.Equal("12 days late", DeadlineText.Late(12));
            Assert.Contains("\"2020-12-04\"", DeadlineJson.Serialize(DeadlineParser.Parse("04/12/2020")), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Holds(Func<string, bool> property) =>
        Prop.ForAll(Texts, property).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
