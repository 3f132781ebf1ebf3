namespace InspectionPortal.Web.Jobs;

/// <summary>A job that the clock starts.</summary>
/// <param name="Id">Its name at <c>/jobs</c>.</param>
/// <param name="Job">The job's class.</param>
/// <param name="Cron">When, as a cron expression in UTC.</param>
public sealed record RecurringJobTime(string Id, Type Job, Func<JobOptions, string> Cron);
