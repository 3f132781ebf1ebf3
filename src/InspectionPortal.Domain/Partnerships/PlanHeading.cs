namespace InspectionPortal.Domain.Partnerships;

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
