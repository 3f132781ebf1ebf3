namespace InspectionPortal.Web.Identity;

/// <summary>How long sessions last; section <c>Sessions</c> of the configuration.</summary>
public sealed class SessionLimits
{
    public const string Section = "Sessions";

    /// <summary>A session that nobody used for this long is over.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromHours(10);

    /// <summary>The same for platform administrators and link officers, whose access reaches over many partnerships.</summary>
    public TimeSpan PrivilegedIdleLimit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The longest that a session lasts, however busy it is.</summary>
    public TimeSpan AbsoluteLimit { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the row of a session that is over is kept.</summary>
    public TimeSpan KeepEnded { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long someone may do nothing before they have to sign in again.</summary>
    /// <param name="isPrivileged">True for platform administrators and link officers.</param>
    public TimeSpan IdleLimitFor(bool isPrivileged) => isPrivileged ? PrivilegedIdleLimit : IdleLimit;

    /// <summary>False where a limit would end every session at once.</summary>
    public bool IsUsable() =>
        IdleLimit > TimeSpan.Zero && PrivilegedIdleLimit > TimeSpan.Zero && AbsoluteLimit > TimeSpan.Zero && KeepEnded >= TimeSpan.Zero;
}
