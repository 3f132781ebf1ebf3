using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data.Rows;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Which rows of a copy are on record here already, and which were taken out of the file's table since it was written.</summary>
internal static class CopyMatches
{
    /// <summary>What belongs to an inspection: where that is on record, it stays as it is here.</summary>
    private static readonly (Type Kind, string Of)[] OfInspections =
    [
        (typeof(InspectionBody), nameof(InspectionBody.InspectionId)),
        (typeof(InspectionQuestion), nameof(InspectionQuestion.InspectionId)),
        (typeof(Grading), nameof(Grading.InspectionId)), (typeof(KeyStrength), nameof(KeyStrength.InspectionId)),
        (typeof(ProgressReview), nameof(ProgressReview.InspectionId)),
    ];

    /// <summary>Takes rows that are on record out of the copy. Returns the ids they have here, by those in the file.</summary>
    public static Dictionary<Guid, Guid> TakeKnown(CopyRows rows, ExistingPlan state, IReadOnlyList<KnownInspectionRow> inspections)
    {
        var known = new Dictionary<Guid, Guid>();
        Take<Agency>(rows, known, row => state.Agencies.Find(a => Same(a.Code, row.Text(nameof(Agency.Code))))?.Id);
        Take<LeadResponsibility>(
            rows, known, row => state.Responsibilities.Find(r => Same(r.Name, row.Text(nameof(LeadResponsibility.Name))))?.Id);
        Take<Inspection>(rows, known, row => inspections.FirstOrDefault(i => Same(i.Title, row.Text(nameof(Inspection.Title)))
            && (i.Published?.ToString("yyyy-MM-dd", null) ?? string.Empty) == row.Text(nameof(Inspection.Published))
            && (i.PublishedText ?? string.Empty) == row.Text(nameof(Inspection.PublishedText)))?.Id);
        Take<Recommendation>(rows, known, row => KnownRecommendation(row, state, known));
        foreach (var (kind, of) in OfInspections)
        {
            rows[kind].RemoveAll(row => row.Reference(of) is { } inspection && known.ContainsKey(inspection));
        }

        rows[typeof(RecommendationDecision)].RemoveAll(row =>
            row.Reference(nameof(RecommendationDecision.RecommendationId)) is { } recommendation && known.ContainsKey(recommendation));
        return known;
    }

    /// <summary>
    /// Takes projects out of the copy that the table of the file has no more, and aims and drivers that held only those. Returns their
    /// titles.
    /// </summary>
    public static List<string> TakeRemoved(CopyRows rows, ImportedPlan plan)
    {
        var numbers = plan.Projects.Select(p => HeaderSynonyms.Plain(p.Number ?? string.Empty)).ToHashSet(StringComparer.Ordinal);
        var titles = plan.Projects.Select(p => HeaderSynonyms.Plain(p.Title)).ToHashSet(StringComparer.Ordinal);
        var gone = rows[typeof(ImprovementProject)].Where(p => !numbers.Contains(Plain(p, nameof(ImprovementProject.Number)))
            && !titles.Contains(Plain(p, nameof(ImprovementProject.Title)))).ToList();
        if (gone.Count == 0)
        {
            return [];
        }

        rows[typeof(ImprovementProject)].RemoveAll(gone.Contains);
        var aims = plan.Aims.SelectMany(a => new[] { a.Number ?? string.Empty, a.Title })
            .Select(HeaderSynonyms.Plain).ToHashSet(StringComparer.Ordinal);
        var drivers = plan.Aims.SelectMany(a => a.Drivers.SelectMany(d => d.Drivers.Prepend(d)))
            .Select(d => HeaderSynonyms.Plain(d.Title)).ToHashSet(StringComparer.Ordinal);
        Drop<StretchAim>(rows, gone, nameof(ImprovementProject.AimId), row =>
            aims.Contains(Plain(row, nameof(StretchAim.Number))) || aims.Contains(Plain(row, nameof(StretchAim.Statement))));
        Drop<KeyDriver>(rows, gone, nameof(ImprovementProject.DriverId), row => drivers.Contains(Plain(row, nameof(KeyDriver.Text))));
        return [.. gone.Select(g => $"{g.Text(nameof(ImprovementProject.Number))} {g.Text(nameof(ImprovementProject.Title))}".Trim())];
    }

    private static string Plain(CopyRow row, string value) => HeaderSynonyms.Plain(row.Text(value));

    private static void Drop<T>(CopyRows rows, List<CopyRow> gone, string of, Func<CopyRow, bool> isInFile)
    {
        var held = gone.Select(g => g.Reference(of)).ToHashSet();
        var holds = rows[typeof(ImprovementProject)].Select(p => p.Reference(of)).ToHashSet();
        rows[typeof(T)].RemoveAll(row => held.Contains(row.Id) && !holds.Contains(row.Id) && !isInFile(row));
    }

    private static Guid? KnownRecommendation(CopyRow row, ExistingPlan state, Dictionary<Guid, Guid> known)
    {
        var inspection = row.Reference(nameof(Recommendation.InspectionId));
        return inspection is not null && !known.ContainsKey(inspection.Value)
            ? null
            : state.Recommendations.Find(r => r.InspectionId == (inspection is { } there ? known[there] : null)
                && Same(r.Number, row.Text(nameof(Recommendation.Number))))?.Id;
    }

    private static void Take<T>(CopyRows rows, Dictionary<Guid, Guid> known, Func<CopyRow, Guid?> find) => rows[typeof(T)].RemoveAll(row =>
    {
        if (find(row) is not { } id)
        {
            return false;
        }

        known[row.Id] = id;
        return true;
    });

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
