namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Layouts in which a header, a heading or a cell says two things at once.</summary>
public sealed class FurtherLayoutTests
{
    [Fact]
    public void Read_RatingsUnderOneHeaderByMonth_TakesTheLatest()
    {
        var result = new WordFile().Table(
            [
                [Down("No."), Down("Objective"), Down("Lead"), Down("Timescale"), new Cell("RAG") { Across = 2 }, Down("Comments")],
                [On(), On(), On(), On(), "Mar 23", "Jun 23", On()],
                [new Cell("Theme 1: Leadership") { Across = 7 }],
                ["1.1", "Refresh the terms of reference", "Chief Executive", "Apr23", "A", "G", "Agreed"],
                ["1.2", "Publish a calendar", "Head of Quality", "Jun23 and Dec23", "R", "A", "Slipped"],
            ],
            headerRows: 2).Read();

        Assert.Equal("number title leads deadline rag rag progress", result.Mapped());
        Assert.Equal("Leadership", result.Plan.Aims.Single().Title);
        Assert.Equal(["G", "A"], result.Plan.Projects.Select(p => p.Rag));
        Assert.Equal("A", result.Plan.Projects.First().Other!.Single().Text);
    }

    [Fact]
    public void Read_TableUnderEachRecommendation_SaysWhatIsAnswered()
    {
        const string First = "Recommendation 1: The council should improve the timeliness of assessments.";
        var result = new WordFile()
            .Table([[new Cell(First) { Across = 3 }], ["Actions", "Owner", "Deadline"], ["Set up a board", "Director", "30 September 2018"]], headerRows: 0)
            .Table([[new Cell("Recommendation 2: Ensure health passports.") { Across = 3 }], ["Actions", "Owner", "Deadline"], ["Make passports", "Designated Nurse", "Mar19"]], headerRows: 0)
            .Read();

        Assert.Equal(["The council should improve the timeliness of assessments.", "Ensure health passports."], result.Plan.Aims.Select(a => a.Title));
        Assert.Equal([First], result.Plan.Aims[0].Recommendations);
        Assert.Equal([First], result.Plan.Aims[0].Projects.Single().Recommendations);
    }

    [Fact]
    public void Read_ActionsWithOwnerAndDateInBrackets_TitleIsTheFirstWithoutThem()
    {
        var result = new WordFile().Table(
            ["Key actions", "Responsible", "Milestones", "Completion date"],
            ["• Train 50 workers [L&D Manager, Dec 2020]\n• Audit the work (QA Lead: Mar 2021)", "", "Training plan agreed", "31 Mar 2021"]).Read();

        var project = result.Plan.Projects.Single();
        Assert.Equal("Train 50 workers", project.Title);
        Assert.Equal(["L&D Manager", "QA Lead"], project.SubActions.Select(s => s.Owners.Single()));
        Assert.Equal(["Dec 2020", "Mar 2021"], project.SubActions.Select(s => s.Deadline.Text));
        Assert.Equal("milestone", project.Measures.Single().Kind);
        Assert.DoesNotContain("not clear which go together", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RatingWithWordsAndNumberOfAnIndicator_AreToldApart()
    {
        var result = new WordFile().Table(
            ["Quality indicator", "Area for improvement", "Improvement action", "Lead officer(s)", "Timescale", "Progress update (RAG)"],
            ["QI 2.1", "Chronologies should be used", "Write guidance", "Lead Officer, supported by Team Leaders", "By August 2019", "GREEN – guidance approved"],
            ["QI 5.1", "Parenting should improve", "Appoint champions", "All Heads of Service", "Immediate", "AMBER"]).Read();

        var first = result.Plan.Projects.First();
        Assert.Equal(("GREEN", "guidance approved"), (first.Rag, first.Progress));
        Assert.Empty(first.Measures);
        Assert.Equal("QI 2.1", first.Other!.Single().Text);
        Assert.Equal("AMBER", result.Plan.Projects.Last().Rag);
    }

    private static Cell Down(string text) => new(text) { Merge = true };

    private static Cell On() => new("") { Merge = false };
}
