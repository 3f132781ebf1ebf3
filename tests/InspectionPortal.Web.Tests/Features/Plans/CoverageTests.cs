using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>The rule of coverage by itself, over plain records.</summary>
public sealed class CoverageTests
{
    private static readonly Guid One = Id(1);
    private static readonly Guid Two = Id(2);

    /// <summary>Two aims, a driver with one under it and one project on that, one project on the driver, one straight under each aim.</summary>
    private static readonly CoverageInput Plan = new(
        [new(Id(10), "1", "Listen", false, "Learning from practice", false)], [],
        [new(One, "1", "Meeting needs"), new(Two, "2", "Learning from practice")],
        [new(Id(20), One, null), new(Id(21), One, Id(20))],
        [
            Project(30, "1.1", One, Id(20)), Project(31, "1.2", One, Id(21)), Project(32, "1.3", One, null), Project(33, "2.1", Two, null),
        ],
        [new(Id(40), null, null, Id(30)), new(Id(41), null, Id(21), null), new(Id(42), One, null, null), new(Id(43), null, null, Id(33))],
        []);

    [Fact]
    public void Of_ProjectLink_IsThatProjectAlone() => Assert.Equal("1.1", Covered(Link(project: 30)));

    [Fact]
    public void Of_DriverLink_IsItsProjectsAndThoseOfDriversUnderIt() =>
        Assert.Equal("1.1 Driver, 1.2 Driver", Covered(Link(driver: 20)));

    [Fact]
    public void Of_SecondaryDriverLink_IsNotThePrimarysProjects() => Assert.Equal("1.2 Driver", Covered(Link(driver: 21)));

    [Fact]
    public void Of_AimLinkAlone_IsTheWholeAim() => Assert.Equal("1.1 Aim, 1.2 Aim, 1.3 Aim", Covered(Link(aim: 1)));

    [Fact]
    public void Of_AimLinkBesideANearerOne_OnlyFilesIt() => Assert.Equal("2.1", Covered(Link(aim: 1), Link(project: 33)));

    [Fact]
    public void Of_MeasureLink_IsTheMeasuresProject() => Assert.Equal("1.1 Measure", Covered(Link(measure: 40)));

    [Fact]
    public void Of_MeasureLinkOnAnAim_MeasuresWithoutWork()
    {
        var row = Row(Link(measure: 42));
        Assert.Empty(row.Work);
        Assert.False(row.HasWork);
        Assert.Equal([Id(42)], row.Measures);
    }

    [Fact]
    public void Of_SeveralLinks_TheNearestIsNamedAndAStatedOneCounts()
    {
        var work = Assert.Single(Row(Link(driver: 21), Link(project: 31) with { IsInferred = true }).Work);
        Assert.Equal((CoverageThrough.Itself, false), (work.Through, work.IsInferred));
        Assert.True(Assert.Single(Row(Link(project: 31) with { IsInferred = true }).Work).IsInferred);
    }

    [Theory]
    [InlineData(CoverageState.Stopped, 1)]
    [InlineData(CoverageState.NotNeeded, 0)]
    public void Of_WorkThatIsNotInHand_CoversNothing(CoverageState state, int named)
    {
        var row = Coverage.Of(Plan with { Links = [Link(project: 30)], Projects = [.. Plan.Projects.Select(p => p with { State = state })] }).Rows[0];
        Assert.Equal(named, row.Work.Count);
        Assert.False(row.HasWork);
        Assert.False(row.HasLead);
        Assert.False(row.IsElsewhere);
    }

    [Fact]
    public void Of_Measures_AreOfTheWorkAndOfWhatIsLinked()
    {
        Assert.Equal([Id(40)], Row(Link(project: 30)).Measures);
        Assert.Equal([Id(41)], Row(Link(driver: 21)).Measures);
        Assert.Equal([Id(40), Id(41)], Row(Link(driver: 20)).Measures.Order());
        Assert.Equal([Id(40), Id(41), Id(42)], Row(Link(aim: 1)).Measures.Order());
        Assert.Equal([Id(42), Id(43)], Row(Link(aim: 1), Link(project: 33)).Measures.Order());
    }

    [Fact]
    public void Of_Evidence_IsCountedOnceHoweverMuchItProves()
    {
        var row = Coverage.Of(Plan with
        {
            Links = [Link(project: 30)],
            Proofs = [new(Id(50), Id(10), null, null), new(Id(50), null, Id(30), null), new(Id(51), null, null, Id(40)), new(Id(52), null, Id(33), null)],
        }).Rows[0];
        Assert.Equal([Id(50), Id(51)], row.Evidence.Order());
    }

    [Fact]
    public void Of_Lead_IsOneNamedForAnyOfTheWork()
    {
        Assert.True(Row(Link(project: 30)).HasLead);
        var nobody = Plan with { Links = [Link(driver: 20)], Projects = [.. Plan.Projects.Select(p => p with { HasLead = p.Number == "1.3" })] };
        Assert.Single(Coverage.Of(nobody).Recommendations.NoLead);
        Assert.Single(Coverage.Of(Plan).Recommendations.NoLead);
    }

    [Fact]
    public void Of_FiledInOneAndWorkedOnInAnother_SaysSo()
    {
        Assert.True(Row(Link(project: 30)).IsElsewhere);
        Assert.False(Row(Link(project: 30), Link(project: 33)).IsElsewhere);
        Assert.False(Row().IsElsewhere);
        Assert.Equal(Two, Row().FiledUnder?.Id);
    }

    [Theory]
    [InlineData("learning from  practice.", "2")]
    [InlineData("Theme 1", "1")]
    [InlineData("2", "2")]
    [InlineData("Theme 2: Learning from practice", "2")]
    [InlineData("Learning", "2")]
    [InlineData("Learn", null)]
    [InlineData("Capacity", null)]
    [InlineData("3", null)]
    [InlineData("—", null)]
    [InlineData(null, null)]
    public void FiledUnder_ByItsWordsOrNumber(string? theme, string? aim) =>
        Assert.Equal(aim, Coverage.Of(Plan with { Recommendations = [Plan.Recommendations[0] with { Theme = theme }] }).Rows[0].FiledUnder?.Number);

    [Fact]
    public void Of_OwnPriorities_AreTheirOwnPartAndDoNotMakeAProjectAnswer()
    {
        var own = new CoverageRecommendation(Id(11), "E1", "Own", true, null, false);
        var coverage = Coverage.Of(Plan with
        {
            Recommendations = [.. Plan.Recommendations, own],
            Links = [Link(project: 30), Link(project: 31) with { RecommendationId = own.Id }],
        });
        Assert.Equal(["1", "E1"], [coverage.Recommendations.Rows[0].Recommendation.Number, coverage.OwnPriorities.Rows[0].Recommendation.Number]);
        Assert.Equal(["1.2", "1.3", "2.1"], coverage.Orphans.Select(o => o.Project.Number));
        Assert.Equal(["E1"], coverage.Orphans[0].OwnPriorities.Select(p => p.Number));
        Assert.Empty(coverage.Orphans[1].OwnPriorities);
    }

    [Fact]
    public void Of_NoRecommendation_CoversNothingAndOrphansNothing()
    {
        var coverage = Coverage.Of(Plan with { Recommendations = [] });
        Assert.False(coverage.Recommendations.IsCovered);
        Assert.Empty(coverage.Orphans);
        Assert.Empty(coverage.Rows);
    }

    [Fact]
    public void Of_DriversInACircle_Ends() =>
        Assert.Equal("1.1 Driver, 1.2 Driver", Covered(Plan with { Drivers = [new(Id(20), One, Id(21)), new(Id(21), One, Id(20))], Links = [Link(driver: 20)] }));

    [Fact]
    public void Of_AnyPlan_GapsAndOrphansAgreeWithTheCells() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Plans, input =>
    {
        var coverage = Coverage.Of(input);
        var part = coverage.Recommendations;
        var answering = part.Rows.SelectMany(r => r.Work).Where(w => w.Project.State == CoverageState.InHand).Select(w => w.Project.Id).ToHashSet();
        return part.Rows.Count + coverage.OwnPriorities.Rows.Count == input.Recommendations.Count
            && part.NoWork.All(r => r.Work.All(w => w.Project.State != CoverageState.InHand) && !r.HasLead)
            && part.IsCovered == (part.Rows.Count > 0 && part.Rows.All(r => r.HasWork))
            && coverage.Rows.All(r => r.Work.Select(w => w.Project.Id).Distinct().Count() == r.Work.Count && r.Work.All(w => w.Project.State != CoverageState.NotNeeded))
            && (part.Rows.Count == 0
                ? coverage.Orphans.Count == 0
                : coverage.Orphans.Count + answering.Count == input.Projects.Count(p => p.State == CoverageState.InHand));
    }));

    [Fact]
    public void Of_OneMoreProjectLink_NeverTakesOtherLinkedProjectsAway() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Plans, input =>
    {
        var more = new CoverageLink(Id(10), null, null, input.Projects[0].Id, null, false);
        var (before, after) = (Coverage.Of(input).Rows, Coverage.Of(input with { Links = [.. input.Links, more] }).Rows);
        return before.Zip(after).All(pair => pair.First.Work.Where(w => w.Through != CoverageThrough.Aim)
            .All(w => pair.Second.Work.Any(x => x.Project.Id == w.Project.Id)));
    }));

    private static Arbitrary<CoverageInput> Plans => Arb.From(
        from links in Gen.Choose(0, 5).SelectMany(kind => Gen.Choose(0, 3), (kind, which) => (kind, which)).ListOf()
        from states in Gen.Elements(CoverageState.InHand, CoverageState.Stopped, CoverageState.NotNeeded).ListOf(4)
        from own in Gen.Elements(true, false)
        select Plan with
        {
            Recommendations = [Plan.Recommendations[0], new(Id(11), "2", "Two", own, "1", false)],
            Projects = [.. Plan.Projects.Zip(states, (p, state) => p with { State = state })],
            Links = [.. links.Select(l => (l.kind % 4) switch
            {
                0 => Link(project: 30 + l.which),
                1 => Link(driver: 20 + (l.which % 2)),
                2 => Link(aim: 1 + (l.which % 2)),
                _ => Link(measure: 40 + l.which),
            } with
            { RecommendationId = Id(l.kind > 3 ? 11 : 10) })],
        });

    private static string Covered(params CoverageLink[] links) => Covered(Plan with { Links = links });

    private static string Covered(CoverageInput input) => string.Join(
        ", ", Coverage.Of(input).Rows[0].Work.Select(w => w.Through == CoverageThrough.Itself ? w.Project.Number : $"{w.Project.Number} {w.Through}"));

    private static CoverageRow Row(params CoverageLink[] links) => Coverage.Of(Plan with { Links = links }).Rows[0];

    private static CoverageLink Link(int? aim = null, int? driver = null, int? project = null, int? measure = null) =>
        new(Id(10), Id(aim), Id(driver), Id(project), Id(measure), false);

    private static CoverageProject Project(int id, string number, Guid aim, Guid? driver) =>
        new(Id(id), number, $"Project {number}", aim, driver, true, CoverageState.InHand, null);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static Guid? Id(int? number) => number is { } known ? Id(known) : null;
}
