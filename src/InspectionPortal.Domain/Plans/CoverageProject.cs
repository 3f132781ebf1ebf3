using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Plans;

/// <param name="Id">Its id.</param>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Title">What it is called.</param>
/// <param name="AimId">The aim it stands under.</param>
/// <param name="DriverId">The driver it stands under, where there is one.</param>
/// <param name="HasLead">True where a responsibility is named.</param>
/// <param name="State">Whether it counts as work.</param>
/// <param name="Rag">Code of the rating last accepted.</param>
public sealed record CoverageProject(
    Guid Id, string Number, string Title, Guid AimId, Guid? DriverId, bool HasLead, CoverageState State, string? Rag)
{
    /// <summary>Where the work is; for lists of it, as nothing is computed from it.</summary>
    public ProjectStatus Status { get; init; }
}
