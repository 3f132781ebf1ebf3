using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A deadline in force that changes is a slip: it is kept for ever, with its reason.</summary>
internal static class DeadlineSlips
{
    /// <summary>Writes the slip down where there is one; returns what is wrong, or null.</summary>
    /// <param name="database">In the partnership's transaction.</param>
    /// <param name="project">With its new deadline.</param>
    /// <param name="before">The deadline it had.</param>
    /// <param name="reason">Why it changes, as typed.</param>
    /// <param name="made">Who changes it, and when.</param>
    public static Invalid? Record(
        PortalDbContext database, ImprovementProject project, Deadline before, string? reason, (Guid ByUserId, DateTimeOffset At) made)
    {
        if (!IsSlip(before, project.Deadline))
        {
            return null;
        }

        if (reason is null)
        {
            return Failure.Field(
                nameof(IDeadlineFields.SlipReason), $"Enter why the deadline is changing. It was “{before.Text}”");
        }

        database.Add(new DeadlineSlip
        {
            ProjectId = project.Id,
            From = before,
            To = project.Deadline,
            Reason = reason,
            ByUserId = made.ByUserId,
            At = made.At,
        });
        return null;
    }

    /// <summary>What the portal understood by the new deadline, and that the old one is kept.</summary>
    public static string Explain(Deadline before, Deadline after) => IsSlip(before, after)
        ? $"{DeadlineEntry.Understood(after)} The old deadline and the reason are kept"
        : DeadlineEntry.Understood(after);

    /// <summary>True where a deadline in force becomes another.</summary>
    public static bool IsSlip(Deadline before, Deadline after) => before.Text.Length > 0 && before.Text != after.Text;
}
