namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>
/// A clock that stands still until it is set, and never goes back. Only the history of the invented partnership runs on it; the portal that
/// answers requests has the real one.
/// </summary>
public sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>
    /// Moves the clock on. Two commands never happen at the same moment: the audit tells them apart by it.
    /// </summary>
    public void MoveTo(DateTimeOffset moment) => _now = moment > _now ? moment : _now.AddSeconds(1);
}
