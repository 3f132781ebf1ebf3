using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A project that answers a recommendation, by itself or through its aim, driver or a measure.</summary>
public sealed record WorkRow(Guid Id, string Number, string Title, ProjectStatus Status, Rating Rating);
