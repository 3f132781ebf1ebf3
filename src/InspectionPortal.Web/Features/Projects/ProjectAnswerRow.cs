using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A link from a recommendation to the project, or to the driver, aim or measure through which the project answers it.</summary>
internal sealed record ProjectAnswerRow(
    int Position, Guid RecommendationId, string Number, string Text, LinkBasis Basis, string? Why,
    Guid? ProjectId, Guid? DriverId, Guid? AimId)
{
    /// <summary>The project's own link before its driver's, its aim's and a measure's.</summary>
    public int Rank => ProjectId is not null ? 0 : DriverId is not null ? 1 : AimId is not null ? 2 : 3;

    public ProjectAnswer ToAnswer() => new(RecommendationId, Number, Text, Basis, string.IsNullOrEmpty(Why) ? null : Why, Rank switch
    {
        0 => null,
        1 => "its driver",
        2 => "its aim",
        _ => "a measure",
    });
}
