using System.Text.Json.Serialization;

namespace InspectionPortal.Web.Tenancy;

/// <summary>How a partnership lays its plan out: which levels stand above the rows and which columns the rows have, in its order and words.</summary>
public sealed record PlanLayout
{
    /// <summary>Most columns a table can have and still be read on a landscape page.</summary>
    public const int ColumnsMaximum = 14;

    public bool ShowVision { get; init; } = true;
    public bool ShowKeyOutcomes { get; init; } = true;
    public bool ShowDrivers { get; init; } = true;

    /// <summary>From left to right; neighbours of the same group share an upper header.</summary>
    public IReadOnlyList<PlanColumn> Columns { get; init; } = [];

    /// <summary>The portal's own layout, for a partnership that has not chosen.</summary>
    public static PlanLayout Default { get; } = new()
    {
        Columns =
        [
            new(PlanField.Number, null), new(PlanField.What, null), new(PlanField.Leads, null), new(PlanField.Deadline, null),
            new(PlanField.Status, null), new(PlanField.Rating, null), new(PlanField.LatestUpdate, null),
        ],
    };

    public bool Has(PlanField field) => Columns.Any(c => c.Field == field);

    /// <summary>The partnership's label for a field, or null where its plan does not show it.</summary>
    public string? LabelOf(PlanField field) => Columns.FirstOrDefault(c => c.Field == field)?.Label;
}

/// <summary>One column.</summary>
/// <param name="Field">What its cells hold.</param>
/// <param name="Label">The partnership's header, at most <see cref="LabelMaxLength"/> characters; null means the portal's own word.</param>
/// <param name="Group">The header above this and its neighbours of the same group; null for none.</param>
/// <param name="Note">What the plan says of the column in a footnote.</param>
public sealed record PlanColumn(PlanField Field, string? Label, string? Group = null, string? Note = null)
{
    public const int LabelMaxLength = 80;
    public const int NoteMaxLength = 500;
}

/// <summary>What a column of a plan can hold. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanField>))]
public enum PlanField
{
    Number,
    What,
    Difference,
    Success,
    Impact,
    Deadline,
    Leads,
    Evidence,
    Rating,
    Status,
    Measures,
    Updates,
    LatestUpdate,
    Recommendations,
    Reference,
    Forecast,
    SubActions,
    Financial,
    Workforce,
    Partners,
    Systems,
    Leadership,
    ClosingTheLoop,
    OtherActions,
}
