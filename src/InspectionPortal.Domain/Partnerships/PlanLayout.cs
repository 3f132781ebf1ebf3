using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Partnerships;

/// <summary>
/// How a partnership shows its plan: which levels are headings above the rows, and which columns the rows have, in its order and words.
/// </summary>
public sealed record PlanLayout
{
    /// <summary>Most columns a table can have and still be read on a landscape page.</summary>
    public const int ColumnsMaximum = 14;

    public bool ShowVision { get; init; } = true;
    public bool ShowKeyOutcomes { get; init; } = true;
    public bool ShowDrivers { get; init; } = true;

    /// <summary>True where scrutiny bodies may read what could stop a project.</summary>
    public bool ShowRiskToScrutiny { get; init; }

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

    /// <summary>The layout that scrutiny bodies see: without columns that they may not read.</summary>
    public PlanLayout ForScrutiny()
    {
        var open = Columns.Where(c => ProjectFields.InColumn(c.Field)?.MayScrutinyRead(this) != false).ToList();
        return open.Count == Columns.Count ? this : this with { Columns = open.Count == 0 ? Default.Columns : open };
    }

    public bool Has(PlanField field) => Columns.Any(c => c.Field == field);

    /// <summary>The partnership's label for a field, or null where its plan does not show it.</summary>
    public string? LabelOf(PlanField field) => Columns.FirstOrDefault(c => c.Field == field)?.Label;
}
