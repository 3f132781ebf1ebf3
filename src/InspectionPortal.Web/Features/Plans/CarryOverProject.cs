using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A project that can be carried over.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Where it is.</param>
/// <param name="IsCarried">True where it was carried over before.</param>
public sealed record CarryOverProject(Guid Id, string Number, string Title, ProjectStatus Status, bool IsCarried);
