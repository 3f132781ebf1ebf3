using InspectionPortal.Domain.Measures.Figures;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>A measure of the project that is counted, with the figure entered last.</summary>
public sealed record FigureChoice(Guid MeasureId, string Title, string? Unit, string? Last, FigurePeriods Periods)
{
    /// <summary>The day of which its figure will be.</summary>
    public DateOnly Day { get; init; }

    /// <summary>What was agreed for it, such as "85% by March 2027"; empty where it has no target.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
}
