using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What filters ask of a project.</summary>
/// <param name="AimNumber">Number of its aim.</param>
/// <param name="Drivers">The driver it hangs on, and those above that one.</param>
/// <param name="Status">Its status; null where no action is needed.</param>
/// <param name="Rating">Its rating.</param>
/// <param name="Leads">Who leads it.</param>
/// <param name="Owners">Who owns sub-actions of it.</param>
/// <param name="IsLate">Whether it is late, itself or in a sub-action.</param>
public sealed record FilteredProject(
    string AimNumber, IReadOnlyList<Guid> Drivers, ProjectStatus? Status, Rating Rating, IReadOnlyList<LeadName> Leads,
    IReadOnlyList<LeadName> Owners, bool IsLate)
{
    /// <summary>A driver and those above it; a chain that comes back to itself ends there.</summary>
    public static IReadOnlyList<Guid> DriversOf(Guid? driver, Func<Guid, Guid?> parentOf)
    {
        var found = new List<Guid>();
        for (var next = driver; next is { } id && !found.Contains(id); next = parentOf(id))
        {
            found.Add(id);
        }

        return found;
    }
}
