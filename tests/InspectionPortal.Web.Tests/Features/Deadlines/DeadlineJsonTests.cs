using System.Text.Json;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Measurement;
using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

public sealed class DeadlineJsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("By 30 September 2020 – “all” of <b>LAC</b> & \"more\"\n😀")]
    [InlineData("From April 2018")]
    [InlineData("Ongoing until 31 March 2018")]
    [InlineData("N/A")]
    [InlineData("Jun17, Sept17 and Jan18")]
    [InlineData("EH HOS – Sept17 and roll-out Oct17 onwards")]
    public void Parse_Serialized_Equal(string text)
    {
        var deadline = DeadlineParser.Parse(text);

        Assert.Equal(deadline, DeadlineJson.Parse(DeadlineJson.Serialize(deadline)));
    }

    [Fact]
    public void Serialize_Staged_WireNamesAndIsoDates() => Assert.Equal(
        """{"text":"50% by Aug17, 75% by Sept17","kind":"staged","due":"2017-09-30","starts":null,"stages":[{"label":"50%","due":"2017-08-31"},{"label":"75%","due":"2017-09-30"}]}""",
        DeadlineJson.Serialize(DeadlineParser.Parse("50% by Aug17, 75% by Sept17")));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"text":null,"stages":null}""")]
    [InlineData("""{"kind":"none","later":1}""")]
    public void Parse_NothingStored_None(string json) => Assert.Equal(Deadline.None, DeadlineJson.Parse(json));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"kind":"Ongoing"}""")]
    [InlineData("""{"kind":8}""")]
    [InlineData("""{"due":"30/09/2020"}""")]
    public void Parse_OtherShape_JsonException(string json) => Assert.Throws<JsonException>(() => DeadlineJson.Parse(json));

    [Theory]
    [InlineData(DeadlineKind.None, "none")]
    [InlineData(DeadlineKind.Date, "date")]
    [InlineData(DeadlineKind.Month, "month")]
    [InlineData(DeadlineKind.Quarter, "quarter")]
    [InlineData(DeadlineKind.Season, "season")]
    [InlineData(DeadlineKind.Year, "year")]
    [InlineData(DeadlineKind.From, "from")]
    [InlineData(DeadlineKind.Immediate, "immediate")]
    [InlineData(DeadlineKind.Ongoing, "ongoing")]
    [InlineData(DeadlineKind.OngoingUntil, "ongoing-until")]
    [InlineData(DeadlineKind.Recurring, "recurring")]
    [InlineData(DeadlineKind.List, "list")]
    [InlineData(DeadlineKind.Staged, "staged")]
    [InlineData(DeadlineKind.Review, "review")]
    [InlineData(DeadlineKind.Relative, "relative")]
    [InlineData(DeadlineKind.ToBeAgreed, "to-be-agreed")]
    [InlineData(DeadlineKind.NotApplicable, "not-applicable")]
    [InlineData(DeadlineKind.Unclear, "unclear")]
    public void ToWire_EveryKind_BothWays(DeadlineKind kind, string name)
    {
        Assert.Equal(name, kind.ToWire());
        Assert.True(DeadlineKinds.TryFromWire(name, out var back));
        Assert.Equal(kind, back);
    }

    [Fact]
    public void ToWire_AllKinds_NamedOnce()
    {
        Assert.Equal(Enum.GetValues<DeadlineKind>(), DeadlineKinds.All);
        Assert.Equal(DeadlineKinds.All.Count, DeadlineKinds.All.Select(kind => kind.ToWire()).Distinct(StringComparer.Ordinal).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((DeadlineKind)99).ToWire());
        Assert.False(DeadlineKinds.TryFromWire("Ongoing", out _));
        Assert.False(DeadlineKinds.TryFromWire(null, out _));
    }
}
