using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Domain.Projects;

/// <summary>What the reading is made from.</summary>
/// <param name="Deadline">The deadline in force.</param>
/// <param name="Forecast">When those who do it expect to be done; none where they agree with the deadline.</param>
/// <param name="Status">Where the work is.</param>
/// <param name="Rag">The rating people gave, by its code; null is not rated.</param>
public sealed record ProjectDates(Deadline Deadline, Deadline Forecast, ProjectStatus Status, string? Rag)
{
    /// <summary>How many of its sub-actions are past their date and not done.</summary>
    public int LateSteps { get; init; }

    /// <summary>The partnership's word for a sub-action.</summary>
    public string StepWord { get; init; } = "sub-action";
}
