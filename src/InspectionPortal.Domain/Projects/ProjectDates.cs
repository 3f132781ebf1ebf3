using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Domain.Projects;

/// <summary>What the reading is made from.</summary>
/// <param name="Deadline">The deadline in force.</param>
/// <param name="Forecast">When those who do it expect to be done; none where they agree with the deadline.</param>
/// <param name="Status">Where the work is.</param>
/// <param name="Rag">The rating people gave, by its code; null is not rated.</param>
public sealed record ProjectDates(Deadline Deadline, Deadline Forecast, ProjectStatus Status, string? Rag);
