namespace InspectionPortal.Web.Mail;

/// <summary>
/// When a message that did not go out is tried again: after a minute, two, four and so on, then every four hours, for two days.
/// </summary>
public static class RetrySchedule
{
    /// <summary>After so many attempts, which takes a little over 48 hours, a message is parked.</summary>
    public const int MostAttempts = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>
    /// How long an attempt may take before another may begin. An attempt whose process died is made again after this; so is
    /// one of which nobody knows whether the server has the message.
    /// </summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait after this many attempts.</summary>
    /// <param name="attempts">Attempts so far, at least 1.</param>
    /// <param name="isUnknown">True where the server may have the message: then it is not sent again soon.</param>
    public static TimeSpan After(int attempts, bool isUnknown)
    {
        var minutes = Math.Pow(2, Math.Min(attempts, MostAttempts) - 1);
        var wait = minutes >= Longest.TotalMinutes ? Longest : TimeSpan.FromMinutes(minutes);
        return isUnknown && wait < Lease ? Lease : wait;
    }
}
