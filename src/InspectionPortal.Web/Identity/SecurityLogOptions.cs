namespace InspectionPortal.Web.Identity;

/// <summary>How long the security log is kept; section <c>SecurityLog</c> of the configuration.</summary>
public sealed class SecurityLogOptions
{
    public const string Section = "SecurityLog";

    /// <summary>Days that a line is kept before the nightly job removes it.</summary>
    public int KeepDays { get; set; } = 400;
}
