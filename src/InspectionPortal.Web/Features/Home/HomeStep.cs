using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A sub-action of a project.</summary>
/// <param name="Note">Its deadline on the plan's day.</param>
/// <param name="IsOwn">True where the reader owns it.</param>
/// <param name="IsFinished">True where no date presses any more.</param>
internal sealed record HomeStep(Guid Id, string Title, Deadline Deadline, DeadlineNote Note, bool IsOwn, bool IsFinished);
