namespace InspectionPortal.Web.Jobs;

/// <summary>Says what a job is. One that does not say cannot run.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JobIsAttribute(string what, JobReach reach) : Attribute
{
    /// <summary>In words, such as "Create an archive".</summary>
    public string What { get; } = what;

    public JobReach Reach { get; } = reach;
}
