namespace InspectionPortal.Web.Jobs;

/// <summary>Whether and how this process runs jobs; section <c>Jobs</c> of the configuration.</summary>
public sealed class JobOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Jobs";

    /// <summary>False on a node that only serves pages. It can still ask for jobs; another node runs them.</summary>
    public bool Run { get; set; } = true;

    /// <summary>Jobs at once on this node.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>How often a node reports that it is alive, and looks for jobs that it was not notified of.</summary>
    public TimeSpan CheckIn { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a node may be silent before another takes over what it ran. A running job renews its claim five times in this
    /// time, however long the job takes. At least 3 seconds, counted in whole seconds.
    /// </summary>
    public TimeSpan TakeOverAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>When the nightly jobs start, as a cron expression in UTC: five fields, or six with seconds first.</summary>
    public string Nightly { get; set; } = "20 2 * * *";

    /// <summary>
    /// True where platform administrators may retry, trigger and delete jobs at <c>/jobs</c>; otherwise the pages only show them.
    /// </summary>
    public bool AllowActions { get; set; }
}
