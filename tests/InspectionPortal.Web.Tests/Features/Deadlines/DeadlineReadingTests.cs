using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

/// <summary>Next due, missed, late and sorting.</summary>
public sealed class DeadlineReadingTests
{
    private static readonly DateOnly Due = new(2020, 9, 30);
    private static readonly Deadline Day = DeadlineParser.Parse("30 September 2020");
    private static readonly Deadline Staged =
        DeadlineParser.Parse("50% by 30 September 2020, 75% by 30 September 2021, 90% by 30 September 2022");

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(12, 12)]
    public void DaysLate_OneDate_CountsFromTheDayAfter(int daysPast, int late)
    {
        var today = Due.AddDays(daysPast);

        Assert.Equal(late, Day.DaysLate(today));
        Assert.Equal(late > 0, Day.IsLate(today));
        Assert.Equal(late > 0 ? Due : null, Day.FirstMissed(today));
    }

    [Fact]
    public void IsLate_OneDateMet_False()
    {
        var asked = new List<DeadlineStage>();

        Assert.False(Day.IsLate(Due.AddDays(1), stage => { asked.Add(stage); return true; }));
        Assert.Equal([new DeadlineStage("30 September 2020", Due)], asked);
    }

    [Fact]
    public void IsLate_FirstStagePastAndUnmet_True()
    {
        Assert.True(Staged.IsLate(Due.AddDays(1)));
        Assert.Equal(1, Staged.DaysLate(Due.AddDays(1)));
    }

    [Fact]
    public void IsLate_FirstStageMet_UntilSecondIsPast()
    {
        static bool FirstMet(DeadlineStage stage) => stage.Label is "50%";
        var second = new DateOnly(2021, 9, 30);

        Assert.False(Staged.IsLate(second, FirstMet));
        Assert.Equal(second, Staged.FirstMissed(second.AddDays(3), FirstMet));
        Assert.Equal(3, Staged.DaysLate(second.AddDays(3), FirstMet));
    }

    [Fact]
    public void IsLate_StageWithoutDate_NeverMissed()
    {
        var deadline = DeadlineParser.Parse("EH HOS – Sept17 and roll-out Oct17 onwards");

        Assert.False(deadline.IsLate(new DateOnly(2030, 1, 1), stage => stage.Label is "EH HOS"));
    }

    [Theory]
    [InlineData("2020-01-01", "2020-09-30")]
    [InlineData("2020-09-30", "2020-09-30")]
    [InlineData("2020-10-01", "2021-09-30")]
    [InlineData("2022-10-01", "2022-09-30")]
    public void NextDue_Staged_FirstNotPastElseLast(string today, string next) =>
        Assert.Equal(Iso(next), Staged.NextDue(Iso(today)));

    [Fact]
    public void NextDue_ListOutOfOrder_Earliest() =>
        Assert.Equal(new DateOnly(2018, 8, 31), DeadlineParser.Parse("Sept 2018, August 2018").NextDue(new DateOnly(2018, 1, 1)));

    [Fact]
    public void NextDue_OneDate_DueEvenWhenPast() => Assert.Equal(Due, Day.NextDue(Due.AddDays(100)));

    [Theory]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("TBC")]
    [InlineData("soon")]
    [InlineData("31 February 2020")]
    [InlineData("Ongoing")]
    [InlineData("Immediate")]
    [InlineData("Quarterly")]
    [InlineData("twice by March 2018")]
    [InlineData("From April 2018")]
    [InlineData("within one month of completion of the review")]
    public void IsLate_KindThatNeverIs_False(string text)
    {
        var deadline = DeadlineParser.Parse(text);

        Assert.False(deadline.IsLate(DateOnly.MaxValue));
        Assert.Equal(0, deadline.DaysLate(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData(DeadlineKind.Unclear)]
    [InlineData(DeadlineKind.From)]
    [InlineData(DeadlineKind.Recurring)]
    [InlineData(DeadlineKind.Relative)]
    public void IsLate_DatedKindThatNeverIs_False(DeadlineKind kind) =>
        Assert.False(new Deadline { Kind = kind, Due = Due }.IsLate(DateOnly.MaxValue));

    [Theory]
    [InlineData("Aug17")]
    [InlineData("Q3 2018")]
    [InlineData("Summer 2018")]
    [InlineData("by 2018")]
    [InlineData("Ongoing until March 2018")]
    [InlineData("Review March 2018")]
    [InlineData("Jun17, Sept17 and Jan18")]
    public void IsLate_EveryOtherKindPast_True(string text) => Assert.True(DeadlineParser.Parse(text).IsLate(new DateOnly(2019, 6, 1)));

    [Fact]
    public void SortKey_Mixed_SoonestFirstUndatedLast()
    {
        string[] texts = ["TBC", "2 May 2020", "Immediate", "June 2020, April 2020", "From 1 May 2020"];

        var sorted = texts.OrderBy(text => DeadlineParser.Parse(text).SortKey ?? DateOnly.MaxValue);

        Assert.Equal("Immediate|June 2020, April 2020|From 1 May 2020|2 May 2020|TBC", string.Join('|', sorted));
    }

    [Fact]
    public void Equals_SameValues_EqualStagesIncluded()
    {
        var same = DeadlineParser.Parse(Staged.Text);

        Assert.Equal(Staged, same);
        Assert.Equal(Staged.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Staged, same with { Stages = [.. same.Stages.Reverse()] });
        Assert.NotEqual(Staged, same with { Text = same.Text.ToUpperInvariant() });
        Assert.NotEqual(Day, Day with { Kind = DeadlineKind.Review });
        Assert.NotEqual(Day, Day with { Due = Due.AddDays(1) });
        Assert.NotEqual(Day, Day with { Starts = Due });
        Assert.False(Day.Equals(null));
    }

    [Fact]
    public void Stages_GivenList_CopiedAndClosed()
    {
        var given = new List<DeadlineStage> { new("50%", Due) };
        var deadline = new Deadline { Stages = given };
        given.Clear();

        Assert.Single(deadline.Stages);
        Assert.Throws<NotSupportedException>(() => ((IList<DeadlineStage>)deadline.Stages).Clear());
    }

    [Fact]
    public void None_IsDefault()
    {
        Assert.Equal(new Deadline(), Deadline.None);
        Assert.Equal(DeadlineKind.None, Deadline.None.Kind);
        Assert.Equal("", Deadline.None.Text);
        Assert.Null(Deadline.None.SortKey);
    }

    private static DateOnly Iso(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
