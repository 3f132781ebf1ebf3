using System.Globalization;
using CsvHelper;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The coverage as comma-separated values: a row for each recommendation, own priority and project that answers none.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ExportCoverage(Guid Plan) : IQuery<CoverageFile>;

internal sealed class ExportCoverageHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<ExportCoverage, CoverageFile?>
{
    public async Task<CoverageFile?> Handle(ExportCoverage request, CancellationToken cancellationToken)
    {
        var page = await new GetCoverageHandler(database, current).Handle(new GetCoverage(request.Plan), cancellationToken);
        return page?.Plan is { } plan
            ? new CoverageFile(CoverageCsv.Write(page), $"coverage-{current.RequiredTenant.Partnership.Slug}.csv", plan.Title)
            : null;
    }
}

/// <summary>Writes the file.</summary>
internal static class CoverageCsv
{
    /// <summary>A cell that a spreadsheet would take for a formula begins with an apostrophe instead.</summary>
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static byte[] Write(CoveragePage page)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            csv.WriteRecord(
            [
                "Kind", "Number", "Recommendation", "Theme", .. page.Aims.Select(a => $"{a.Number}. {a.Statement}"), "Work", "Measures", "Evidence", "Gaps",
            ]);
            foreach (var part in page.Parts)
            {
                foreach (var row in part.Part.Rows)
                {
                    csv.WriteRecord(Cells(page, part, row));
                }
            }

            foreach (var orphan in page.Coverage.Orphans)
            {
                csv.WriteRecord(Cells(page, orphan));
            }
        }

        return memory.ToArray();
    }

    private static string[] Cells(CoveragePage page, CoveragePartView part, CoverageRow row) =>
    [
        char.ToUpperInvariant(part.Word[0]) + part.Word[1..], row.Recommendation.Number, row.Recommendation.Text, row.Recommendation.Theme ?? string.Empty,
        .. page.Aims.Select(a => string.Join("; ", row.Work.Where(w => w.Project.AimId == a.Id).Select(Said))),
        Number(row.Work.Count(w => w.Project.State == CoverageState.InHand)), Number(row.Measures.Count), Number(row.Evidence.Count),
        string.Join("; ", Gaps(row)),
    ];

    private static string[] Cells(CoveragePage page, CoverageOrphan orphan)
    {
        var word = EnglishText.Within(page.Vocabulary.RecommendationWord);
        var own = orphan.OwnPriorities.Count == 0 ? string.Empty : $", only own {(orphan.OwnPriorities.Count == 1 ? "priority" : "priorities")} {EnglishText.List([.. orphan.OwnPriorities.Select(p => p.Number)])}";
        return
        [
            page.Vocabulary.ImprovementProjectWord, orphan.Project.Number, orphan.Project.Title, string.Empty,
            .. page.Aims.Select(a => a.Id == orphan.Project.AimId ? orphan.Project.Number : string.Empty),
            string.Empty, string.Empty, string.Empty, $"not linked to a {word}{own}",
        ];
    }

    /// <summary>"1.6", "1.7 (our own view, through its driver)".</summary>
    private static string Said(CoveringProject work)
    {
        var notes = CoverageLabels.Notes(work);
        return notes.Count == 0 ? work.Project.Number : $"{work.Project.Number} ({string.Join(", ", notes)})";
    }

    private static IEnumerable<string> Gaps(CoverageRow row)
    {
        (bool Is, string Words)[] gaps =
        [
            (!row.HasWork, "no work"), (row.Measures.Count == 0, "no measure"), (!row.HasLead, "no lead"), (row.Evidence.Count == 0, "no evidence"),
            (row.IsElsewhere, "theme and work differ"),
        ];
        return gaps.Where(g => g.Is).Select(g => g.Words);
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
