using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Layouts that nobody announced.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void Read_EnglishPlan_GroupsByFinding()
    {
        var result = new WordFile().Heading("Action plan").Table(
            ["Recommendation", "Action", "Owner", "Timescale", "Progress", "BRAG"],
            [new Cell("1. Reduce the caseloads of social workers") { Merge = true }, "Recruit eight social workers", "Head of Service and HR Manager", "March 2025", "Five are in post", "Amber"],
            [new Cell("") { Merge = false }, "Review the duty rota", "Duty Manager", "Ongoing", "", "G"],
            ["2. See children promptly after a missing episode", "Offer an interview within 72 hours", "Missing Coordinator", "01/09/2024", "In place", "Blue"]).Read();

        Assert.Equal("recommendations title leads deadline progress rag", result.Mapped());
        Assert.Equal(2, result.Plan.Aims.Count);
        Assert.Equal("1. Reduce the caseloads of social workers", result.Plan.Aims[0].Title);
        Assert.Equal(2, result.Plan.Aims[0].Projects.Count);
        Assert.Equal(["1. Reduce the caseloads of social workers"], result.Plan.Aims[0].Projects[1].Recommendations);
        Assert.Equal("Head of Service | HR Manager", result.Plan.Aims[0].Projects[0].Leads.Names());
        Assert.Equal(new DateOnly(2024, 9, 1), result.Plan.Aims[1].Projects[0].Deadline.Due);
        Assert.Equal("Blue", result.Plan.Aims[1].Projects[0].Rag);
    }

    [Fact]
    public void Read_ScottishPlan_TakesTheLatestRating()
    {
        var result = new WordFile().Table(
            ["Area for improvement", "Improvement action", "Lead", "Timescale", "Progress at June", "RAG June", "Progress at Sept", "RAG Sept"],
            ["Chronologies", "Audit fifty chronologies", "CSWO", "Dec 2024", "Tool agreed", "Amber", "Audit done", "Green"],
            ["", "Train all team managers", "L&D Manager with NHS Lothian", "Spring 2025", "", "Red", "Dates set", ""]).Read();

        var projects = result.Plan.Aims.Single().Projects;
        Assert.Equal("Chronologies", result.Plan.Aims[0].Title);
        Assert.Equal(["Green", "Red"], projects.Select(p => p.Rag));
        Assert.Contains("Audit done", projects[0].Progress, StringComparison.Ordinal);
        Assert.Contains("Tool agreed", projects[0].Progress, StringComparison.Ordinal);
        Assert.Equal("L&D Manager | with: NHS Lothian", projects[1].Leads.Names());
        Assert.Contains("latest rating is blank", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SmartPlan_FindsSpecificMeasurableAndTime()
    {
        var result = new WordFile().Table(
            ["Objective", "Specific", "Measurable", "Achievable", "Relevant", "Time-bound", "Owner"],
            ["Better plans", "Write a plan with every child in four weeks", "Share of plans written in time", "Two posts are funded", "Plans drift", "31 March 2025", "Service Manager"],
            ["Better plans", "Ask every child what they think of it", "Survey twice a year", "Tool exists", "Voice", "June 2025", "Participation Officer"]).Read();

        Assert.Equal("aim title success other difference deadline leads", result.Mapped());
        Assert.Equal(2, result.Plan.Aims.Single().Projects.Count);
        Assert.Equal("Two posts are funded", result.Plan.Aims[0].Projects[0].Other!.Single().Text);
    }

    [Fact]
    public void Read_NestedLists_MakesActionsOfTheOuter()
    {
        var result = new WordFile().Table(
            ["Ref", "What we will do", "Who", "By when"],
            ["1.1", "Strengthen supervision:\n- Write the policy\n- Train supervisors\n-- two days each\n- Audit the records", "Head of QA", "May 2025"],
            ["1.2", "Publish the offer", "Comms team", "tbc"]).Read();

        var first = result.Plan.Projects.First();
        Assert.Equal(("1.1", "Strengthen supervision"), (first.Number, first.Title));
        Assert.Equal(["Write the policy", "Train supervisors\n- two days each", "Audit the records"], first.SubActions.Select(s => s.Text));
        Assert.Contains("3 actions and 1 deadline", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_StackedActions_GiveEachItsDateAndOwner()
    {
        var result = new WordFile().Table(
            ["Actions", "Lead", "When"],
            ["Map the journey\nWrite the guide\nTrain staff", "MD\nInterim AD and HoS\nTMs", "May 2025\nJune 2025\nJuly 2025"]).Read();

        var project = result.Plan.Projects.Single();
        Assert.Equal("Map the journey", project.Title);
        Assert.Equal(["MD", "Interim AD+HoS", "TMs"], project.SubActions.Select(s => string.Join('+', s.Owners)));
        Assert.Equal(["May 2025", "June 2025", "July 2025"], project.SubActions.Select(s => s.Deadline.Text));
        Assert.Equal("MD | Interim AD | HoS | TMs", project.Leads.Names());
    }

    [Fact]
    public void Read_MonthColumns_TakesTheLastMarked()
    {
        var result = new WordFile().Table(
            ["Action", "Lead", "Apr 2025", "May 2025", "Jun 2025"],
            ["Hold a workshop", "Chair", "x", "", ""],
            ["Write the strategy", "Strategy Officer", "x", "x", new Cell("") { Fill = "00B050" }]).Read();

        Assert.Equal([new DateOnly(2025, 4, 30), new DateOnly(2025, 6, 30)], result.Plan.Projects.Select(p => p.Deadline.Due!.Value));
    }

    [Fact]
    public void Read_FormsUnderHeadings_MakesOneProjectOfEach()
    {
        var result = new WordFile().Heading("Improvement plan").Heading("Keeping children safe", 2).Heading("Audit thresholds", 3)
            .Table([["Lead:", "Head of QA"], ["By when:", "May 2025"], ["Status:", "In progress"], ["Success measure:", "No child waits"]], 0)
            .Heading("Train new staff", 3)
            .Table([["Lead:", "L&D Manager"], ["By when:", "June 2025"], ["Status:", "Not started"], ["Success measure:", "All trained"]], 0)
            .Heading("Hearing children", 2).Heading("Set up a panel", 3)
            .Table([["Lead:", "Participation Officer"], ["By when:", "July 2025"], ["Status:", "Done"], ["Success measure:", "Panel meets"]], 0).Read();

        Assert.Equal(["Audit thresholds", "Train new staff", "Set up a panel"], result.Plan.Projects.Select(p => p.Title));
        Assert.Equal(["Done", "In progress", "Not started"], result.Plan.Projects.Select(p => p.Status!).Order(StringComparer.Ordinal));
        Assert.Equal("May 2025", result.Plan.Projects.First().Deadline.Text);
    }

    [Fact]
    public void Read_HeaderInSecondRow_PassesTheTitleBlock()
    {
        var result = new WordFile().Table(
            [
                [new Cell("Improvement plan for children's services, 2025") { Across = 4, IsBold = true }],
                ["No.", "Area for development", "Action required", "Responsible"],
                ["1", "Neglect", "Adopt a screening tool", "Head of Early Help"],
                ["2", "Neglect", "Audit its use", "QA Manager"],
            ],
            headerRows: 1).Read();

        Assert.Equal("number recommendations title leads", result.Mapped());
        Assert.Equal(2, result.Plan.Aims.Single().Projects.Count);
    }

    [Fact]
    public void Read_ThemeBanners_NameTheAims()
    {
        var result = new WordFile().Table(
            ["What?", "Lead", "Deadline"],
            [new Cell("Theme 1: Learning from practice") { Across = 3, Fill = "D9D9D9" }],
            ["Ask families every quarter", "Participation Officer", "Quarterly"],
            [new Cell("Theme 2: Capacity") { Across = 3, Fill = "D9D9D9" }],
            ["Recruit foster carers", "Head of Fostering and Adoption", "Set17"]).Read();

        Assert.Equal(["Learning from practice", "Capacity"], result.Plan.Aims.Select(a => a.Title));
        Assert.Equal("Head of Fostering and Adoption", result.Plan.Aims[1].Projects[0].Leads.Names());
        Assert.Equal(new DateOnly(2017, 9, 30), result.Plan.Aims[1].Projects[0].Deadline.Due);
        Assert.Contains("'Set17' read as September 2017?", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeadersNobodyKnows_ReadsTheContent()
    {
        var result = new WordFile().Table(
            [new Cell("Vorhaben") { IsBold = true }, new Cell("Wer") { IsBold = true }, new Cell("Bis") { IsBold = true }],
            ["Write a strategy for early help with all partners", "Head of Early Help", "May 2025"],
            ["Review the front door and its thresholds together", "Service Director", "June 2025"]).Read();

        Assert.Equal("title leads deadline", result.Mapped());
        Assert.NotEmpty(result.Doubts());
    }

    [Fact]
    public void Read_TwoPlans_TakesTheLargerAndSaysSo()
    {
        var result = new WordFile()
            .Table(["Action", "Lead", "Deadline", "RAG"], ["Do this first thing", "MD", "May 2025", "Green"], ["Do that second thing", "MD", "May 2025", "Green"], ["Do a third thing", "AD", "May 2025", "Red"])
            .Text("Some words between the two tables end here.")
            .Table(["Risk", "Mitigation action", "Owner", "Date of last review", "Likelihood", "Score"], ["Staff leave", "Pay more", "HR", "May 2025", "High", "9"]).Read();

        Assert.Equal(3, result.Plan.Projects.Count());
        Assert.Contains("could be the plan", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoPlan_IsAnError()
    {
        var none = new WordFile().Text("Only words.").Read();
        var other = new WordFile().Table(["Name", "Colour"], ["Apple", "like grass"]).Read();

        Assert.Contains("no table", none.Issues.Single(i => i.Severity == ImportSeverity.Error).Message, StringComparison.Ordinal);
        Assert.Single(other.Issues, i => i.Severity == ImportSeverity.Error);
    }

    [Fact]
    public void Read_UnknownLead_IsDoubted()
    {
        var hints = new ImportHints { Responsibilities = ["Head of Perf and Intel.", "DG"] };
        var result = new WordFile().Table(["Action", "Lead", "Deadline"], ["Write the report", "GD and Head of Perf and Intel.", "May 2025"]).Read(hints);

        Assert.Equal("GD | Head of Perf and Intel.", result.Plan.Projects.Single().Leads.Names());
        Assert.Contains("Lead 'GD' is not known", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Choices_OverrideHeaders()
    {
        var hints = new ImportHints
        {
            EarlierChoices = new Dictionary<string, string>(StringComparer.Ordinal) { ["Horizon"] = "deadline", ["Notes"] = "evidence" },
            Choices = new Dictionary<string, string>(StringComparer.Ordinal) { ["Notes"] = "difference" },
        };
        var result = new WordFile().Table(["Action", "Lead", "Horizon", "Notes"], ["Write it", "MD", "Later", "Because"]).Read(hints);

        Assert.Equal("title leads deadline difference", result.Mapped());
    }

    [Fact]
    public void Read_FiveHundredRows_KeepsEachInItsPlace()
    {
        var file = new WordFile();
        Cell[] header = ["Theme", "What?", "What area will this support an improvement in?", "Accountable Officer(s)", "Deadline", "Systems, analysis and reporting", "Progress", "RAG"];
        foreach (var page in Enumerable.Range(1, 500).Chunk(5))
        {
            file.Table([header, .. page.Select(i => (Cell[])[$"Theme number {i / 100}", $"Carry out the action that has the number {i}", "Children are seen and heard, and what they say changes what is done.", "Head of Fostering and Adoption; HOS Safeguarding / SD IS", "March 2018", $"- Review the report of number {i} (HOS Safeguarding – Sept17)\n- Train staff in its use (Service Manager (CYP Information Systems) – Aug17 onwards)", "Work is going on as planned.", "Green"])]);
        }

        var projects = file.Read().Plan.Projects.ToList();

        Assert.Equal(500, projects.Count);
        Assert.Equal(1000, projects.Sum(p => p.SubActions.Count(s => s.Deadline.Text.Length > 0 && s.Owners.Count == 1)));
    }
}
