using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>The same plan is read however its columns are ordered, named and split over pages.</summary>
public sealed class SamePlanPropertyTests
{
    private static readonly string[][] Rows =
    [
        ["1.1", "The quality of assessments should improve", "Write a new assessment template", "Head of Assessment", "31 March 2025",
            "Green", "Template has been agreed by the board"],
        ["1.2", "The quality of assessments should improve", "Audit ten assessments a month", "Quality Manager", "June 2025", "Amber",
            "The first audit was held in May"],
        ["2.1", "Supervision should be regular", "Train all team managers in supervision", "Training Lead", "30 September 2025", "Red",
            "A trainer has not been found so far"],
        ["2.2", "Supervision should be regular", "Publish a supervision policy for all teams", "Service Director", "December 2025", "Green",
            "The policy was published in April"],
    ];

    /// <summary>For each column the headers that plans write above it.</summary>
    private static readonly string[][] Headers =
    [
        ["Ref", "No.", "Action No", "action_id", "Reference"],
        ["Recommendation", "Area for improvement", "Inspection finding", "What inspectors said", "Improvement needed"],
        ["Action", "What we will do", "Action required", "Actions to be taken", "What are we going to do?", "ActionDescription"],
        ["Lead", "Lead officer(s)", "Owner", "Who is responsible?", "Responsible officer", "action_owner"],
        ["Deadline", "By when", "Target date", "Timescale", "Completion date", "DueDate"],
        ["RAG", "RAG status", "BRAG rating", "Current RAG", "rag_status"],
        ["Progress", "Progress to date", "Update", "Comments", "Progress against agreed actions", "Latest position"],
    ];

    private static string Expected { get; } = Told(Rows.Select(r => string.Join(" | ", r)));

    [Fact]
    public void Read_ColumnsInAnyOrder_GivesTheSamePlan()
    {
        var orders = Gen.Shuffle(Enumerable.Range(0, Headers.Length).ToArray());
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(orders.ToArbitrary(), order =>
        {
            Assert.Equal(Expected, Read("csv", order, [.. order.Select(o => Headers[o][0])], Rows.Length));
            return true;
        }));
    }

    [Fact]
    public void Read_HeadersInOtherWords_GivesTheSamePlan()
    {
        var words = Gen.ListOf(Gen.Choose(0, 5), Headers.Length).Select(picks =>
            Headers.Select((h, i) => h[picks[i] % h.Length]).ToArray());
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(words.ToArbitrary(), headers =>
        {
            Assert.Equal(Expected, Read("csv", [.. Enumerable.Range(0, Headers.Length)], headers, Rows.Length));
            return true;
        }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_SplitOverPages_GivesTheSamePlan(int onPage) =>
        Assert.Equal(Expected, Read("docx", [.. Enumerable.Range(0, Headers.Length)], [.. Headers.Select(h => h[0])], onPage));

    private static string Read(string format, int[] order, string[] headers, int onPage)
    {
        var pages = Rows.Chunk(onPage).Select(page =>
            string.Join('\n', page.Select(r => Line(order.Select(o => r[o]))).Prepend(Line(headers))));
        var layout = LayoutFile.Parse("plan", $"{format}\n{string.Join("\n\n", pages)}\n");
        using var stream = LayoutDocuments.Create(layout);
        return Told(PlanReader.Read(stream, $"plan.{format}", ImportHints.None).Plan.Projects.Select(p =>
            $"{p.Number} | {string.Join(';', p.Recommendations)} | {p.Title} | {string.Join(';', p.Leads.Select(l => l.Name))} | {p.Deadline.Text} | {p.Rag} | {p.Progress}"));
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Told(IEnumerable<string> rows) => string.Join('\n', rows);
}
