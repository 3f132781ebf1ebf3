using DocumentFormat.OpenXml.Wordprocessing;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Layouts that are no list of actions under a header, or hold more than one.</summary>
public sealed class UnusualTableLayoutTests
{
    private static readonly string[][] Said =
    [
        ["Recruit three family support workers", "Head of Early Help", "31 March 2026", "Amber"],
        ["Review every care plan", "Service Manager", "June 2026", "Green"],
        ["Give each child a named nurse", "Lead Nurse", "30/09/2026", "Red"],
    ];

    private static readonly string[] Labels = ["What we will do", "Who will lead", "By when", "RAG"];

    [Fact]
    public void Read_FormsOfSeveralActionsInOneTable_AreEachAProject() =>
        AreThere(new WordFile().Table(Said.SelectMany(s => s.Select((c, i) => new Cell[] { Labels[i], c })), headerRows: 0).Read());

    [Fact]
    public void Read_FormsUnderNumberedHeadings_TakeNumberAndTitleFromThem()
    {
        var file = new WordFile();
        for (var i = 0; i < Said.Length; i++)
        {
            file.Heading($"Action {i + 1}: {Said[i][0]}", 2).Table(Said[i].Skip(1).Select((c, j) => new Cell[] { Labels[j + 1], c }), headerRows: 0);
        }

        var result = file.Read();

        AreThere(result);
        Assert.Equal(["1", "2", "3"], result.Plan.Projects.Select(p => p.Number));
    }

    [Fact]
    public void Read_FormsWithTheNumberOverThem_KeepTheirTitles()
    {
        var file = new WordFile();
        for (var i = 0; i < Said.Length; i++)
        {
            file.Table(Said[i].Select((c, j) => new Cell[] { Labels[j], c }).Prepend([new Cell($"Action {i + 1}") { Across = 2 }]), headerRows: 0);
        }

        var result = file.Read();

        AreThere(result);
        Assert.Equal(["1", "2", "3"], result.Plan.Projects.Select(p => p.Number));
    }

    [Fact]
    public void Read_TableWithAColumnAnAction_IsTurned()
    {
        var result = new WordFile().Table(Enumerable.Range(0, 4).Select(j => Said.Select(s => new Cell(s[j])).Prepend(Labels[j]).ToArray()), headerRows: 0).Read();

        AreThere(result);
        Assert.Equal("Table 1, column 2", result.Plan.Projects.First().Source);
    }

    [Fact]
    public void Read_TicksUnderRatings_AreThoseRatings()
    {
        var result = new WordFile().Table(
            ["Action", "Lead", "Timescale", "Red", "Amber", "Green"],
            [Said[0][0], Said[0][1], Said[0][2], "", "✓", ""],
            [Said[1][0], Said[1][1], Said[1][2], "", "", "✓"],
            [Said[2][0], Said[2][1], Said[2][2], "x", "", ""]).Read();

        AreThere(result);
        Assert.DoesNotContain("latest rating", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowsThatCountOrSign_AreNoProjects()
    {
        var result = Importing.Csv($"Ref,Action,Lead,Timescale,RAG\n{string.Join('\n', Said.Select((s, i) => $"{i + 1},{string.Join(',', s)}"))}\n,Total number of actions: 3\nTotal,3\nPrepared by the Improvement Team\n");

        AreThere(result);
        Assert.Contains("was not read as a row", string.Join('\n', result.Issues.Select(i => i.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TableWithoutAnyHeader_IsReadByWhatItHoldsAndDoubted()
    {
        var result = Importing.Csv(string.Join('\n', Said.Select(s => string.Join(',', s))));

        AreThere(result);
        Assert.Contains("no header row", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FewKnownAmongManyColumns_AreTheHeader()
    {
        var result = Importing.Csv($"Action,Lead,Timescale,RAG,{string.Join(',', Enumerable.Range(1, 9).Select(i => $"Zed {i}"))}\n{string.Join('\n', Said.Select(s => $"{string.Join(',', s)},{string.Join(',', Enumerable.Repeat("some words", 9))}"))}\n");

        AreThere(result);
        Assert.Equal(9, result.Plan.Projects.First().Other!.Count);
    }

    [Fact]
    public void Read_AimsAsNumberedRows_AreBanners()
    {
        var result = new WordFile().Table(
            ["No.", "Action", "Lead", "Timescale", "RAG"],
            ["1", new Cell("Keep children safe") { Across = 4 }],
            ["1.1", .. Said[0].Select(c => new Cell(c))],
            ["1.2", .. Said[1].Select(c => new Cell(c))],
            ["2", "Hear children", "", "", ""],
            ["2.1", .. Said[2].Select(c => new Cell(c))]).Read();

        AreThere(result);
        Assert.Equal(["Keep children safe", "Hear children"], result.Plan.Aims.Select(a => a.Title));
        Assert.Equal([2, 1], result.Plan.Aims.Select(a => a.Projects.Count));
    }

    [Fact]
    public void Read_AimInLabelledRowAboveTheHeader_IsTheAim()
    {
        var result = new WordFile()
            .Table([["Priority 1", new Cell("Keep children safe") { Across = 3 }], ["Action", "Lead", "Timescale", "RAG"], [.. Said[0].Select(c => new Cell(c))]], headerRows: 0)
            .Table([["Priority 2", new Cell("Hear children") { Across = 3 }], ["Action", "Lead", "Timescale", "RAG"], [.. Said[1].Select(c => new Cell(c))]], headerRows: 0).Read();

        Assert.Equal(["Keep children safe", "Hear children"], result.Plan.Aims.Select(a => a.Title));
    }

    [Fact]
    public void Read_AimInAPlainLineUnderTheTitle_IsTheAim()
    {
        var result = new WordFile().Heading("Improvement plan")
            .Text("Priority 1 – Keep children safe").Table(["Action", "Lead", "Timescale", "RAG"], [.. Said[0].Select(c => new Cell(c))])
            .Text("Priority 2 – Hear children").Table(["Action", "Lead", "Timescale", "RAG"], [.. Said[1].Select(c => new Cell(c))]).Read();

        Assert.Equal(["Keep children safe", "Hear children"], result.Plan.Aims.Select(a => a.Title));
    }

    [Fact]
    public void Read_NumbersTypedByHand_AreTheListTheyStandFor()
    {
        var result = new WordFile().Table(
            ["Actions", "Lead", "Timescale"],
            ["1. Write the protocol\n2. Train all team leaders", "1. Head of Service\n2. Lead Nurse", "1. May 2026\n2. June 2026"],
            ["Publish the report", "Lead: Comms Manager\nSupport: Police, NHS and Education", "July 2026"]).Read();

        var steps = result.Plan.Projects.First().SubActions;
        Assert.Equal(["Write the protocol", "Train all team leaders"], steps.Select(s => s.Text));
        Assert.Equal(["Head of Service", "Lead Nurse"], steps.Select(s => s.Owners.Single()));
        Assert.Equal(["May 2026", "June 2026"], steps.Select(s => s.Deadline.Text));
        Assert.Equal("Comms Manager | with: Police | with: NHS | with: Education", result.Plan.Projects.Last().Leads.Names());
    }

    [Fact]
    public void Read_OwnerAndDateBehindDashes_AreToldApart()
    {
        var result = new WordFile().Table(
            ["Actions", "Comments"],
            ["- Write the protocol – Head of Service – May 2026\n- Train all – the first and the last – of them", "Fine"]).Read();

        var steps = result.Plan.Projects.Single().SubActions;
        Assert.Equal(("Write the protocol", "Head of Service", "May 2026"), (steps[0].Text, steps[0].Owners.Single(), steps[0].Deadline.Text));
        Assert.Equal("Train all – the first and the last – of them", steps[1].Text);
    }

    [Fact]
    public void Read_WordsInATextBox_AreTheCells()
    {
        var box = new TextBoxContent(new Paragraph(new Run(new Text("Amber"))));
        var result = new WordFile().Raw(new Table(
            Row([.. new[] { "Action", "Lead", "Timescale", "RAG" }.Select(Words)]),
            Row([Words(Said[0][0]), Words(Said[0][1]), Words(Said[0][2]), new Paragraph(new Run(new Picture(new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextBox(box)))))]))).Read();

        Assert.Equal("Amber", result.Plan.Projects.Single().Rag);
    }

    [Theory]
    [InlineData("What we are going to do", "title")]
    [InlineData("We said we would", "title")]
    [InlineData("How we will know it has worked", "success")]
    [InlineData("How will we measure it?", "success")]
    [InlineData("Success indicators", "success")]
    [InlineData("Improvement required", "recommendations")]
    [InlineData("Change we want to see", "difference")]
    [InlineData("Where are we now?", "progress")]
    [InlineData("How far have we got?", "progress")]
    [InlineData("Highlight report", "progress")]
    public void Read_HeaderInPlainWords_IsKnown(string header, string field)
    {
        var result = Importing.Csv($"{header},Lead,Timescale{(field == "title" ? "" : ",Action")}\nSome words of it,Head of QA,May 2026{(field == "title" ? "" : ",Write the policy")}\n");

        Assert.Equal(field, result.Columns[0].MappedTo);
    }

    private static Paragraph Words(string text) => new(new Run(new Text(text)));

    private static TableRow Row(params Paragraph[] cells) => new(cells.Select(c => new TableCell(c)));

    private static void AreThere(ImportResult result)
    {
        var projects = result.Plan.Projects.ToList();
        Assert.Equal(Said.Select(s => string.Join(" | ", s)), projects.Select(p => $"{p.Title} | {p.Leads.Names()} | {p.Deadline.Text} | {p.Rag}"));
    }
}
