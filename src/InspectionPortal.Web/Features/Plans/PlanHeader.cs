using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The header of the plan's table in the partnership's words: one row, or two where columns share a group.</summary>
public sealed record PlanHeader(IReadOnlyList<PlanHeading> Top, IReadOnlyList<PlanHeading> Below, IReadOnlyList<PlanHeading> Columns)
{
    public bool HasTwoLevels => Below.Count > 0;

    /// <summary>What the plan says of its columns, with the marks that the header carries.</summary>
    public IEnumerable<PlanHeading> Notes => Columns.Where(c => c.Mark is not null);

    public static PlanHeader Of(PlanLayout layout, Vocabulary vocabulary)
    {
        var marks = 0;
        var columns = layout.Columns.Select(c => Head(c, vocabulary, c.Note is null ? 0 : ++marks)).ToList();
        if (columns.TrueForAll(c => c.Group is null))
        {
            return new PlanHeader(columns, [], columns);
        }

        var top = new List<PlanHeading>();
        foreach (var column in columns)
        {
            if (column.Group is { } group && top.Count > 0 && top[^1] is { Field: null } before && before.Label == group)
            {
                top[^1] = before with { Span = before.Span + 1 };
                continue;
            }

            top.Add(column.Group is null ? column with { Rows = 2 } : new PlanHeading(null, column.Group, null, null, null) { Span = 1 });
        }

        return new PlanHeader(top, [.. columns.Where(c => c.Group is not null)], columns);
    }

    /// <summary>A label that ends in marks of its own ("Leadership***") keeps them.</summary>
    private static PlanHeading Head(PlanColumn column, Vocabulary vocabulary, int number)
    {
        var label = column.Label ?? PlanFieldWords.Of(column.Field, vocabulary);
        var bare = label.TrimEnd('*');
        var mark = number == 0 ? null : bare.Length < label.Length ? label[bare.Length..] : number <= 3 ? new string('*', number) : $"{number}";
        return new PlanHeading(column.Field, mark is null ? label : bare.TrimEnd(), column.Group, column.Note, mark);
    }
}

/// <summary>A cell of the header; without a field it is a group's.</summary>
public sealed record PlanHeading(PlanField? Field, string Label, string? Group, string? Note, string? Mark)
{
    public int Span { get; init; } = 1;
    public int Rows { get; init; } = 1;

    /// <summary>The class that gives the column its room.</summary>
    public string Class => Field switch
    {
        PlanField.Number => "p-plan__number",
        PlanField.What => "p-plan__what",
        PlanField.Status or PlanField.Rating => "p-plan__tag",
        PlanField.Deadline or PlanField.Forecast or PlanField.Leads or PlanField.Recommendations or PlanField.Reference => "p-plan__short",
        PlanField.Updates => "p-plan__long",
        null => "p-plan__group",
        _ => "p-plan__prose",
    };
}

/// <summary>The portal's own words for what a column can hold.</summary>
public static class PlanFieldWords
{
    public static string Of(PlanField field, Vocabulary vocabulary) => field switch
    {
        PlanField.Number => "No.",
        PlanField.What => Capital(Words.Said(vocabulary.ImprovementProjectWord, "project")),
        PlanField.Difference => "What will make the difference",
        PlanField.Success => "How success will be seen",
        PlanField.Impact => "Impact for children",
        PlanField.Leads => "Led by",
        PlanField.Evidence => "Evidence",
        PlanField.Measures => Words.Plural(vocabulary.MeasureWord),
        PlanField.LatestUpdate => "Latest update",
        PlanField.Recommendations => Words.Plural(vocabulary.RecommendationWord),
        PlanField.Reference => "Refers to",
        PlanField.SubActions => Words.Plural(vocabulary.SubActionWord),
        PlanField.OtherActions => Capital($"other {Words.Within(Words.Plural(vocabulary.SubActionWord))}"),
        _ when CategoryOf(field) is { } category => ProjectWords.Of(category),
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
