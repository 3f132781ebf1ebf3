using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

/// <summary>Every deadline of the five documents, read by a person in a table and by the parser.</summary>
public sealed class SeededDeadlineTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private static readonly string[] Slugs = ["aberdeen", "derby", "dumfries", "jersey", "shetland"];

    public static TheoryData<string, string, string> Table
    {
        get
        {
            using var reader = new StreamReader(typeof(SeededDeadlineTests).Assembly.GetManifestResourceStream("SeededDeadlines.tsv")!);
            var rows = new TheoryData<string, string, string>();
            foreach (var cells in reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')))
            {
                rows.Add(cells[0].Replace("\\n", "\n", StringComparison.Ordinal), cells[1], cells[2]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Parse_WordingOfADocument_IsUnderstoodAsAPersonDoes(string words, string kind, string due)
    {
        var deadline = DeadlineParser.Parse(words);
        Assert.Equal(words, deadline.Text);
        Assert.Equal(kind, string.Concat(deadline.Kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")));
        Assert.Equal(due, deadline.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
    }

    [Fact]
    public async Task Seed_EveryPartnership_HasNoDeadlineThatTheTableDoesNotHold()
    {
        var known = Table.Select(row => (string)row[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var slug in Slugs)
        {
            var written = await portal.InTenantAsync(slug, async database => (IReadOnlyList<Deadline>)
            [
                .. await database.Projects.Select(p => p.Deadline).ToListAsync(), .. await database.SubActions.Select(s => s.Deadline).ToListAsync(),
                .. await database.Measures.Select(m => m.Deadline).ToListAsync(), .. await database.MeasureTargets.Select(t => t.By).ToListAsync(),
                .. await database.ProgressReviews.Select(r => r.NextBy).ToListAsync(),
            ]);
            Assert.Contains(written, d => d.Text.Length > 0);
            Assert.Empty(written.Select(d => d.Text).Where(t => t.Length > 0 && !known.Contains(t)).Distinct());
        }
    }
}
