using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures;

/// <summary>What the partnership lead answered to a signal or a disagreement; not by whom.</summary>
/// <param name="MeasureId">The measure it is about; null where it is about a project's rating.</param>
/// <param name="Kind">What was answered.</param>
/// <param name="About">The portal's sentence as it stood.</param>
/// <param name="Text">The answer.</param>
/// <param name="At">When.</param>
public sealed record SignalReply(Guid? MeasureId, SignalAnswerKind Kind, string About, string Text, DateTimeOffset At)
{
    /// <summary>The day it was said, in the partnership's zone.</summary>
    public string Day(TimeZoneInfo zone) => DateFormat.Full(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At, zone).DateTime));
}
