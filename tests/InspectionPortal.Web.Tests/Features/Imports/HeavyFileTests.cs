using System.Text;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Files made to keep a reader busy cost no more than their size, and no file costs more than its budget.</summary>
public sealed class HeavyFileTests
{
    [Theory]
    [InlineData("runs.docx", 4000)]
    [InlineData("wide-rows.docx", 4000)]
    [InlineData("headings.docx", 800)]
    [InlineData("merged-down.xlsx", 1500)]
    [InlineData("numbers.csv", 2500)]
    [InlineData("names.csv", 700)]
    [InlineData("slashes.csv", 600)]
    [InlineData("dashes.csv", 800)]
    [InlineData("brackets.csv", 1000)]
    [InlineData("cut-off.csv", 3000)]
    [InlineData("going-on.csv", 2500)]
    [InlineData("sentences.csv", 3000)]
    [InlineData("aims.csv", 1200)]
    [InlineData("rows.csv", 1500)]
    [InlineData("one-line.csv", 60_000)]
    [InlineData("open-quote.csv", 9_000)]
    public void Read_TwiceTheFile_TakesAboutTwiceTheWork(string kind, int size)
    {
        Allocated(kind, size / 4);

        var (once, twice) = (Allocated(kind, size), Allocated(kind, 2 * size));

        Assert.True(twice < 2.7 * once, $"{kind}: {once:N0} bytes for {size}, {twice:N0} for twice as much");
    }

    [Theory]
    [InlineData("attributes.docx", 300_000, "much more than its size suggests")]
    [InlineData("attributes.docx", 300, "much more than its size suggests")]
    [InlineData("sparse.xlsx", 20_000, null)]
    [InlineData("numbers.csv", 14, null)]
    [InlineData("names.csv", 2857, null)]
    [InlineData("deadline.csv", 2300, null)]
    public void Read_MadeToTakeMinutes_EndsAtOnce(string kind, int size, string? says)
    {
        var steps = new ReadingBudget(new ReadingAllowance(TimeSpan.FromSeconds(10), 256 << 20));
        var refusal = Record.Exception(() => Read(kind, size, steps));

        Assert.Equal(says is null ? null : typeof(ImportException), refusal?.GetType());
        Assert.Contains(says ?? string.Empty, refusal?.Message ?? string.Empty, StringComparison.Ordinal);
        Assert.InRange(steps.Steps, 0, 200_000);
    }

    [Fact]
    public void Read_HeadingsThatAllLookUnlike_StandAFewLevelsDeep()
    {
        var plan = Read("headings.docx", 3000).Plan;

        Assert.InRange(Depth(plan.Aims.SelectMany(a => a.Drivers)), 1, ImportLimits.Levels);
        Assert.Equal("Do it", Assert.Single(plan.Projects).Title);
    }

    [Fact]
    public void Read_ManyNamesInACell_ReadsTheFirstAndSaysSo()
    {
        var result = Read("names.csv", 2000);

        Assert.Equal(ImportLimits.Names, result.Plan.Projects.Single().Leads.Count);
        Assert.Contains("leads or more", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FortyThousandCharactersOfDeadline_AreKeptAsWritten()
    {
        var deadline = Read("deadline.csv", 2200).Plan.Projects.Single().Deadline;

        Assert.Equal(DeadlineKind.Unclear, deadline.Kind);
        Assert.InRange(deadline.Text.Length, 30_000, ImportLimits.CellCharacters);
    }

    [Fact]
    public void Read_OneTextMergedDownManyRows_CountsEachTime()
    {
        var row = $"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>{Cell("Do it")}{Cell("MD")}{Cell("May 2025")}</w:tr>";
        var first = $"<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>{new string('a', 39_000)}</w:t></w:r></w:p></w:tc>{Cell("Do")}{Cell("MD")}{Cell("May 2025")}</w:tr>";
        var file = HeavyFiles.Word($"<w:tbl><w:tr>{Cell("Aim")}{Cell("Action")}{Cell("Lead")}{Cell("Deadline")}</w:tr>{first}{HeavyFiles.Repeat(1000, _ => row)}</w:tbl>");

        var refusal = Assert.Throws<ImportException>(() => PlanReader.Read(new MemoryStream(file), "plan.docx", ImportHints.None));

        Assert.Contains("250,000 cells or fewer", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ProcessorTimeIsUsedUp_EndsAndSaysSo()
    {
        var seconds = 0;
        var budget = new ReadingBudget(processorTime: () => TimeSpan.FromSeconds(seconds += 6));

        var refusal = Assert.Throws<ImportException>(() => Read("rows.csv", 1000, budget));

        Assert.Contains("takes too long to read", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(budget.Steps, 1, 1000);
    }

    [Fact]
    public void Read_MemoryIsUsedUp_EndsAndSaysSo()
    {
        var budget = new ReadingBudget(new ReadingAllowance(TimeSpan.FromSeconds(10), 1 << 20));

        Assert.Contains("much more than its size suggests", Assert.Throws<ImportException>(() => Read("rows.csv", 2000, budget)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows.csv")]
    [InlineData("merged-down.xlsx")]
    [InlineData("headings.docx")]
    public void Read_NobodyWaitsAnyMore_Ends(string kind)
    {
        using var gone = new CancellationTokenSource();
        var looks = 0;
        var budget = new ReadingBudget(processorTime: () => Look(), cancellationToken: gone.Token);

        Assert.Throws<OperationCanceledException>(() => Read(kind, 2000, budget));
        Assert.Equal(3, looks);

        TimeSpan Look()
        {
            if (++looks == 3)
            {
                gone.Cancel();
            }

            return TimeSpan.Zero;
        }
    }

    [Theory]
    [InlineData("sep=;\nAction;Lead;Deadline\nWrite, then send;MD;May 2025\n")]
    [InlineData("sep=;\r\nAction;Lead;Deadline\r\nWrite, then send;MD;May 2025\r\n")]
    [InlineData("SEP=|\nAction|Lead|Deadline\nWrite, then send|MD|May 2025\n")]
    [InlineData("\"sep=;\"\nAction;Lead;Deadline\nWrite, then send;MD;May 2025\n")]
    [InlineData("sep=\t\nAction\tLead\tDeadline\nWrite, then send\tMD\tMay 2025\n")]
    [InlineData("sep=\nAction;Lead;Deadline\nWrite, then send;MD;May 2025\n")]
    [InlineData("sep=\"\nAction;Lead;Deadline\nWrite, then send;MD;May 2025\n")]
    [InlineData("sep=é\nAction;Lead;Deadline\nWrite, then send;MD;May 2025\n")]
    public void Read_FirstLineNamesTheSeparator_IsFollowed(string text)
    {
        var project = Assert.Single(Importing.Csv(text).Plan.Projects);

        Assert.Equal(("Write, then send", "MD"), (project.Title, project.Leads[0].Name));
    }

    [Theory]
    [InlineData("sep=")]
    [InlineData("sep=;")]
    [InlineData("sep=\n")]
    [InlineData("sep=;\n")]
    [InlineData("\"sep=")]
    public void Read_NothingButTheSeparator_HoldsNoPlan(string text)
    {
        var outcome = Record.Exception(() => Assert.Contains(Importing.Csv(text).Issues, i => i.Severity == ImportSeverity.Error));

        Assert.Null(outcome);
    }

    [Fact]
    public void Read_FiguresInOtherScripts_AreNoDates()
    {
        var result = Importing.Csv("Action,Lead,Deadline\nWrite it,MD,٣/٤/٢٠٢٥\n");

        Assert.Equal("٣/٤/٢٠٢٥", result.Plan.Projects.Single().Deadline.Text);
    }

    [Fact]
    public void Read_CellBeginsWithThoseWhoHelp_NamesThem() =>
        Assert.Equal("with: NHS", Importing.Csv("Action,Lead,Deadline\nWrite it,with NHS,May 2025\n").Plan.Projects.Single().Leads.Names());

    /// <summary>Rubbish of every kind, the same each time: a result or one sentence, and never anything else.</summary>
    [Fact]
    public void Read_Rubbish_IsAResultOrOneSentence()
    {
        string[] pieces = ["sep=;", "\"", ",", ";", "\n", "\r", "\0", "Action", "Lead", "Deadline", "(", ")", " – ", "and ", "1 and ", "/", "•", "\uE000", "\uE100", "é", "\uD800", "٣", "May 2025", "<w:p>", "[", "|", "Vision:", "  "];
        var random = new Random(20261129);
        for (var i = 0; i < 300; i++)
        {
            var text = HeavyFiles.Repeat(random.Next(1, 120), _ => pieces[random.Next(pieces.Length)]);
            var outcome = Record.Exception(() => Importing.Csv(Encoding.UTF8.GetBytes(i % 2 == 0 ? text : $"Action,Lead,Deadline,Recommendation,Financial,Measures\n{text}")));

            Assert.True(outcome is null or ImportException, $"{outcome} for {text}");
        }
    }

    private static string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static int Depth(IEnumerable<ImportedDriver> drivers) => drivers.Select(d => 1 + Depth(d.Drivers)).DefaultIfEmpty(0).Max();

    private static ImportResult Read(string kind, int size, ReadingBudget? budget = null)
    {
        using var stream = new MemoryStream(HeavyFiles.Of(kind, size));
        return PlanReader.Read(stream, $"plan{Path.GetExtension(kind)}", ImportHints.None, budget);
    }

    private static long Allocated(string kind, int size)
    {
        var file = HeavyFiles.Of(kind, size);
        using var stream = new MemoryStream(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PlanReader.Read(stream, $"plan{Path.GetExtension(kind)}", ImportHints.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
