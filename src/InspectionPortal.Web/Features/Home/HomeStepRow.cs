using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A sub-action, as stored.</summary>
/// <param name="IsOwn">True where the reader owns it.</param>
internal sealed record HomeStepRow(Guid ProjectId, Guid Id, string Title, Deadline Deadline, ProjectStatus Status, bool IsOwn);
