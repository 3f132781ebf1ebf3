using InspectionPortal.Domain.Measures.Figures;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>A measure of the project that is counted, with the figure entered last.</summary>
public sealed record FigureChoice(Guid MeasureId, string Title, string? Unit, string? Last, FigurePeriods Periods)
{
    /// <summary>The day of which its figure will be.</summary>
    public DateOnly Day { get; init; }
}
