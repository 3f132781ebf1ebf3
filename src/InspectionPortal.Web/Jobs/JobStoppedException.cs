namespace InspectionPortal.Web.Jobs;

/// <summary>
/// What Hangfire may know of a failure: a number. The exception itself may quote a row of a partnership, so it goes to the log alone.
/// </summary>
public sealed class JobStoppedException(Guid number) : Exception($"The log of the node that ran it says why, under {number}.")
{
    /// <summary>Writes the exception to the log under a number, and gives what may be known of it.</summary>
    internal static JobStoppedException Log(ILogger log, Type job, Exception exception)
    {
        var number = Guid.CreateVersion7();
        log.LogError(exception, "{Job} failed: {Number}.", job.Name, number);
        return new JobStoppedException(number);
    }
}
