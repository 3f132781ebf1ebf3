using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Partnerships;

/// <summary>The portal's own words for what a column can hold.</summary>
public static class PlanFieldLabels
{
    public static string Of(PlanField field, Vocabulary vocabulary) => field switch
    {
        PlanField.Number => "No.",
        PlanField.What => Capital(EnglishText.Said(vocabulary.ImprovementProjectWord, "project")),
        PlanField.Leads => "Led by",
        PlanField.Measures => EnglishText.Plural(vocabulary.MeasureWord),
        PlanField.LatestUpdate => "Latest update",
        PlanField.Recommendations => EnglishText.Plural(vocabulary.RecommendationWord),
        PlanField.SubActions => EnglishText.Plural(vocabulary.SubActionWord),
        PlanField.OtherActions => Capital($"other {EnglishText.Within(EnglishText.Plural(vocabulary.SubActionWord))}"),
        _ when CategoryOf(field) is { } category => ProjectLabels.Of(category),
        _ when ProjectFields.InColumn(field) is { } text => text.ColumnLabel,
        _ => field.ToString(),
    };

    /// <summary>The partnership's label for a field, or the portal's word where its plan does not show it.</summary>
    public static string Label(PlanLayout layout, Vocabulary vocabulary, PlanField field) =>
        layout.LabelOf(field)?.TrimEnd('*').TrimEnd() ?? Of(field, vocabulary);

    /// <summary>A category under the partnership's label.</summary>
    public static string Label(PlanLayout layout, Vocabulary vocabulary, SubActionCategory category) =>
        Label(layout, vocabulary, FieldOf(category));

    /// <summary>The category whose sub-actions a column holds; null for every other column.</summary>
    public static SubActionCategory? CategoryOf(PlanField field) => field switch
    {
        PlanField.Financial => SubActionCategory.Financial,
        PlanField.Workforce => SubActionCategory.Workforce,
        PlanField.Partners => SubActionCategory.Partners,
        PlanField.Systems => SubActionCategory.Systems,
        PlanField.Leadership => SubActionCategory.Leadership,
        PlanField.ClosingTheLoop => SubActionCategory.ClosingTheLoop,
        PlanField.OtherActions => SubActionCategory.Other,
        _ => null,
    };

    /// <summary>Every category, those that the plan shows first and in its order.</summary>
    public static IReadOnlyList<SubActionCategory> CategoriesOf(PlanLayout layout) =>
        [.. layout.Columns.Select(c => CategoryOf(c.Field)).OfType<SubActionCategory>().Concat(Enum.GetValues<SubActionCategory>()).Distinct()];

    /// <summary>The column of a category.</summary>
    public static PlanField FieldOf(SubActionCategory category) =>
        Enum.GetValues<PlanField>().First(f => CategoryOf(f) == category);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
