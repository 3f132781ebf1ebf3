using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.Web.Data.Rows;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What the database would refuse of a copy, said before anything is written.</summary>
internal static class CopyRules
{
    private const int WordMaxLength = 40;

    /// <summary>Rows that refer to exactly one of these.</summary>
    private static readonly Dictionary<Type, string[]> OneOf = new()
    {
        [typeof(Measure)] = [nameof(Measure.AimId), nameof(Measure.DriverId), nameof(Measure.ProjectId)],
        [typeof(MeasureUse)] = [nameof(MeasureUse.AimId), nameof(MeasureUse.DriverId), nameof(MeasureUse.ProjectId)],
        [typeof(RecommendationLink)] =
        [
            nameof(RecommendationLink.AimId), nameof(RecommendationLink.DriverId), nameof(RecommendationLink.ProjectId),
            nameof(RecommendationLink.MeasureId),
        ],
        [typeof(SignalAnswer)] = [nameof(SignalAnswer.MeasureId), nameof(SignalAnswer.ProjectId)],
    };

    /// <exception cref="RowException">A row cannot be as it is.</exception>
    public static void Check(CopyRows rows, IModel model)
    {
        foreach (var (kind, names) in OneOf)
        {
            if (rows[kind].Exists(row => names.Count(n => row.Reference(n) is not null) != 1))
            {
                throw new RowException($"A row of {kind.Name} belongs to more than one thing, or to none.");
            }
        }

        if (rows[typeof(DependsOn)].Exists(d =>
            d.Reference(nameof(DependsOn.OnAimId)) is not null && d.Reference(nameof(DependsOn.OnProjectId)) is not null))
        {
            throw new RowException($"A row of {nameof(DependsOn)} waits for two things.");
        }

        foreach (var kind in PlanCopyModel.Kinds)
        {
            foreach (var index in model.FindEntityType(kind)!.GetIndexes().Where(i => i.IsUnique))
            {
                var names = index.Properties.Select(p => p.Name).Where(n => n != nameof(ITenantScoped.TenantId)).ToList();
                string KeyOf(CopyRow row) => string.Join('\n', names.Select(n => row.Values.GetValueOrDefault(n).ToString()));
                if (rows[kind].DistinctBy(KeyOf, StringComparer.Ordinal).Count() < rows[kind].Count)
                {
                    throw new RowException($"Two rows of {kind.Name} are the same.");
                }
            }
        }
    }

    /// <summary>True for words, columns and ratings as the settings pages would take them.</summary>
    public static bool AreSound(PlanCopySettings settings) =>
        AreSound(settings.Ratings) && AreSound(settings.Layout) && AreSound(settings.Vocabulary);

    private static bool AreSound(IReadOnlyList<Rating> key) => key.Count is >= RatingKey.Fewest and <= RatingKey.Most
        && key.All(r => r is { Code.Length: > 0 and <= ImprovementProject.RatingMaxLength, Name.Length: > 0 and <= RatingKey.NameMaxLength }
            && r.Code != Rating.NotRated.Code && r.Meaning?.Length <= RatingKey.MeaningMaxLength
            && Rating.Colours.Contains(r.Colour, StringComparer.Ordinal) && Rating.Shapes.Contains(r.Shape, StringComparer.Ordinal))
        && key.DistinctBy(r => r.Code, StringComparer.OrdinalIgnoreCase).Count() == key.Count;

    private static bool AreSound(PlanLayout layout) => layout.Columns is { Count: > 0 and <= PlanLayout.ColumnsMaximum }
        && layout.Columns.All(c => c is not null) && layout.Has(PlanField.What)
        && layout.Columns.DistinctBy(c => c.Field).Count() == layout.Columns.Count
        && layout.Columns.All(c => Enum.IsDefined(c.Field) && Fits(c.Label, PlanColumn.LabelMaxLength)
            && Fits(c.Group, PlanColumn.LabelMaxLength) && Fits(c.Note, PlanColumn.NoteMaxLength));

    private static bool AreSound(Vocabulary words) => new[]
    {
        words.Recommendation, words.StretchAim, words.KeyDriver, words.ImprovementProject, words.SubAction, words.Measure,
    }.All(w => w is null || (w.Any(char.IsLetter) && Fits(w, WordMaxLength)));

    private static bool Fits(string? text, int length) =>
        text is null || (text.Length <= length && !text.Contains('\0', StringComparison.Ordinal));
}
