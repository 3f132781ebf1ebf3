namespace InspectionPortal.Web.Identity.Factors;

/// <summary>Who needs a second step to sign in; section <c>SecondFactor</c> of the configuration.</summary>
public sealed class SecondFactorOptions
{
    public const string Section = "SecondFactor";

    /// <summary>
    /// True where leads, chief officers and link officers need one. Left out, they do except in Development. Platform
    /// administrators need one outside Development whatever is said here, and in Development where this is true.
    /// </summary>
    public bool? Required { get; set; }

    /// <summary>Days that leads, chief officers and link officers have before they can no longer go on without one.</summary>
    public int GraceDays { get; set; } = 14;

    /// <summary>
    /// True where people without a second step confirm with their password before an act that asks for it. Left out, they do
    /// except in Development. People who have a second step always confirm.
    /// </summary>
    public bool? ConfirmByPassword { get; set; }
}
