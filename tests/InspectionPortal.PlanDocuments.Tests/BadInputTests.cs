using System.Text;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>Files that are broken, foreign or odd are read as far as they can be, and what is lost is said.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void Csv_QuoteThatNeverCloses_SwallowsNoRow()
    {
        var result = Csv("Ref,Action,Lead,Deadline\n1,\"Write the policy,Head of QA,May 2025\n2,Train all staff,Training Lead,June 2025\n3,Audit the work,QA Manager,July 2025\n");

        Assert.Equal(["Write the policy", "Train all staff", "Audit the work"], result.Plan.Projects.Select(p => p.Title));
        Assert.Contains(result.Issues, i => i.Message.Contains("quotation mark", StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_QuotedCellOfSeveralLines_IsOneCell()
    {
        var result = Csv("Ref,Action,Lead,Deadline\n1,\"Write the policy, and\nshare it, soon\",Head of QA,May 2025\n2,Train all staff,Training Lead,June 2025\n");

        Assert.Equal(2, result.Plan.Projects.Count());
        Assert.DoesNotContain(result.Issues, i => i.Message.Contains("quotation mark", StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_DatesWithTheMonthFirst_AreAskedAbout()
    {
        var result = Csv("Action,Lead,Deadline\nWrite the policy,Head of QA,03/04/2025\nTrain all staff,Training Lead,04/25/2025\n");

        Assert.Equal([new DateOnly(2025, 3, 4), new DateOnly(2025, 4, 25)], result.Plan.Projects.Select(p => p.Deadline.Due!.Value));
        Assert.Contains(result.Issues, i => i.Ask is not null && i.Message.Contains("03/04/2025", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Phase 2 – June 25", "2025-06-30")]
    [InlineData("09/24", "2024-09-30")]
    [InlineData("2024/25", "2025-03-31")]
    [InlineData("FY26", "2026-03-31")]
    [InlineData("w/e 14th June 2024", "2024-06-14")]
    [InlineData("Completed May 24", "2024-05-31")]
    [InlineData("Spring Term 2025", "2025-04-30")]
    [InlineData("By Easter 2025", "2025-04-20")]
    [InlineData("30 Medi 2024", "2024-09-30")]
    [InlineData("Academic year 2024/25", "2025-08-31")]
    public void Read_DeadlineInPublishedWords_IsUnderstoodAndKept(string words, string due)
    {
        var deadline = Csv($"Action,Lead,Deadline\nWrite the policy,Head of QA,{words}\n").Plan.Projects.Single().Deadline;

        Assert.Equal((words, DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), (deadline.Text, deadline.Due));
    }

    [Theory]
    [InlineData("Summer Term 2")]
    [InlineData("30 September")]
    public void Read_DeadlineWithoutAYear_SaysThatTheYearIsMissing(string words)
    {
        var result = Csv($"Action,Lead,Deadline\nWrite the policy,Head of QA,{words}\n");

        Assert.Null(result.Plan.Projects.Single().Deadline.Due);
        Assert.Contains(result.Issues, i => i.Message.Contains("has no year", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plan.odt", "PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text", "Word document (.docx)")]
    [InlineData("plan.ods", "PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "Excel workbook (.xlsx)")]
    [InlineData("plan.pdf", "%PDF-1.7", "save it as .docx")]
    public void Read_FileOfAnotherProgram_SaysWhatToSaveItAs(string name, string content, string told)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(content));

        Assert.Contains(told, Assert.Throws<ImportException>(() => PlanReader.Read(stream, name, ImportHints.None)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OldWordDocumentRenamed_IsCalledWhatItIs()
    {
        using var stream = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600],
            .. Encoding.Unicode.GetBytes("WordDocument")]);

        var message = Assert.Throws<ImportException>(() => PlanReader.Read(stream, "plan.docx", ImportHints.None)).Message;

        Assert.Contains("old Word document (.doc)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TableThatLooksLikeNoPlan_IsOfferedAndReadWhenChosen()
    {
        const string text = "Name,Colour\nApple,like grass\nPear,like straw\n";
        Assert.Equal("The table", Csv(text).Tables.Single().Name);

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var chosen = PlanReader.Read(stream, "plan.csv",
            ImportHints.None with { Table = "The table", Choices = new Dictionary<string,
                string>(StringComparer.Ordinal) { ["1"] = "title" } });

        Assert.Contains("Pear", chosen.Plan.Projects.Select(p => p.Title));
    }

    [Fact]
    public void Read_WordsThatEndInThem_StayInTheirRow()
    {
        var layout = LayoutFile.Parse("plan", "docx\n| Action | Lead | Deadline | Progress |\n| Write goals | Head of Care | May 2025 | Children say that plans meet them |\n| Review plans | QA Manager | June 2025 | Ten were reviewed |\n");
        using var stream = LayoutDocuments.Create(layout);

        Assert.Equal(["Children say that plans meet them", "Ten were reviewed"],
            PlanReader.Read(stream, "plan.docx", ImportHints.None).Plan.Projects.Select(p => p.Progress));
    }

    private static ImportResult Csv(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return PlanReader.Read(stream, "plan.csv", ImportHints.None);
    }
}
