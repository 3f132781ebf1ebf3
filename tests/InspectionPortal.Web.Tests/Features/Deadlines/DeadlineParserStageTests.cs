using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

/// <summary>Wordings with several dates.</summary>
public sealed class DeadlineParserStageTests
{
    [Fact]
    public void Parse_DatedPercentagesInSentences_StageEach()
    {
        const string Text = """
            By 30 September 2020 50% of LAC will have an initial health assessment undertaken within 4 weeks of their accommodation. By 30 September 2021 75% of LAC will have an initial health assessment undertaken within 4 weeks of their accommodation. By 30 September 2022 90% of LAC will have an initial health assessment undertaken within 4 weeks of their accommodation.
            """;

        var deadline = DeadlineParser.Parse(Text);

        Assert.Equal(DeadlineKind.Staged, deadline.Kind);
        Assert.Equal(new DateOnly(2022, 9, 30), deadline.Due);
        Assert.Equal(
            [
                new DeadlineStage("50%", new DateOnly(2020, 9, 30)),
                new DeadlineStage("75%", new DateOnly(2021, 9, 30)),
                new DeadlineStage("90%", new DateOnly(2022, 9, 30)),
            ],
            deadline.Stages);
    }

    [Theory]
    [InlineData("50% by 30 September 2020, 75% by 30 September 2021 and 90% by 30 September 2022", "50%|2020-09-30;75%|2021-09-30;90%|2022-09-30")]
    [InlineData("30 September 2020 (50%), 30 September 2021 (75 %), 30 September 2022 (12.5%)", "50%|2020-09-30;75%|2021-09-30;12.5%|2022-09-30")]
    [InlineData("By 30 September 2020 50% of children, by 30 September 2021 75%", "50%|2020-09-30;75%|2021-09-30")]
    [InlineData(
        "By 30 Nov 2019 a workshop will be held. A charter will be presented to the Group in December 2019.",
        "a workshop will be held|2019-11-30;A charter will be presented to the Group|2019-12-31")]
    [InlineData(
        "Scoping work to be completed by September 2017  Implement by December 2017  Stable caseloads by March 2018",
        "Scoping work to be completed|2017-09-30;Implement|2017-12-31;Stable caseloads|2018-03-31")]
    [InlineData("Scoping work to be\ncompleted by September\n2017\nImplement by\nDecember 2017", "Scoping work to be completed|2017-09-30;Implement|2017-12-31")]
    [InlineData(
        "(Policy to go live by Jun17, review of compliance at the end of Sept17)",
        "Policy to go live|2017-06-30;review of compliance|2017-09-30")]
    [InlineData("events 18 11 19 (part1) and 29 01 20 (part2)", "events part1|2019-11-18;part2|2020-01-29")]
    [InlineData("EH HOS – Sept17 and roll-out Oct17 onwards", "EH HOS|2017-09-30;roll-out|")]
    public void Parse_DatesWithWords_Staged(string text, string stages) => Check(text, DeadlineKind.Staged, stages);

    [Theory]
    [InlineData("Jun17, Sept17 and Jan18", "Jun17|2017-06-30;Sept17|2017-09-30;Jan18|2018-01-31")]
    [InlineData("minimum of three (Jun17, Sept17 and Jan18)", "Jun17|2017-06-30;Sept17|2017-09-30;Jan18|2018-01-31")]
    [InlineData("Jun17 and Jun18", "Jun17|2017-06-30;Jun18|2018-06-30")]
    [InlineData("<p>Sept 2018</p> <p>August 2018</p>", "Sept 2018|2018-09-30;August 2018|2018-08-31")]
    [InlineData("<p>October 2018</p> <p>Oct 2018</p> <p>Oct 2018</p>", "October 2018|2018-10-31;Oct 2018|2018-10-31;Oct 2018|2018-10-31")]
    [InlineData("Sept, Oct and Nov 2019", "Sept|2019-09-30;Oct|2019-10-31;Nov 2019|2019-11-30")]
    [InlineData("30 September and 31 October 2020", "30 September|2020-09-30;31 October 2020|2020-10-31")]
    [InlineData("Quarterly: Jun17, Sept17", "Jun17|2017-06-30;Sept17|2017-09-30")]
    [InlineData("Apr-Jun 2018, Sept-Oct 2018", "Apr-Jun 2018|2018-06-30;Sept-Oct 2018|2018-10-31")]
    public void Parse_DatesAlone_List(string text, string stages) => Check(text, DeadlineKind.List, stages);

    [Fact]
    public void Parse_StagesOutOfOrder_OrderKeptAndDueIsLatest()
    {
        var deadline = DeadlineParser.Parse("Sept 2018; August 2018");

        Assert.Equal("Sept 2018|August 2018", string.Join('|', deadline.Stages.Select(stage => stage.Label)));
        Assert.Equal(new DateOnly(2018, 9, 30), deadline.Due);
    }

    [Fact]
    public void Parse_StartBeforeStages_Starts()
    {
        var deadline = DeadlineParser.Parse("Starting 1 May 2018; scope by June 2018; implement by December 2018");

        Assert.Equal(new DateOnly(2018, 5, 1), deadline.Starts);
        Assert.Equal("scope|implement", string.Join('|', deadline.Stages.Select(stage => stage.Label)));
    }

    [Fact]
    public void Parse_LongStage_LabelCutAtWord()
    {
        var words = string.Join(' ', Enumerable.Repeat("assessment", 40));
        var deadline = DeadlineParser.Parse($"{words} by June 2018. {words} by July 2018.");

        Assert.All(deadline.Stages, stage =>
        {
            Assert.InRange(stage.Label.Length, 100, DeadlineStage.LabelMaxLength);
            Assert.EndsWith("assessment…", stage.Label, StringComparison.Ordinal);
        });
    }

    private static void Check(string text, DeadlineKind kind, string stages)
    {
        var deadline = DeadlineParser.Parse(text);

        Assert.Equal(stages, string.Join(';', deadline.Stages.Select(stage => $"{stage.Label}|{stage.Due:yyyy-MM-dd}")));
        Assert.Equal(kind, deadline.Kind);
        Assert.Equal(deadline.Stages.Max(stage => stage.Due), deadline.Due);
        Assert.Equal(text, deadline.Text);
    }
}
