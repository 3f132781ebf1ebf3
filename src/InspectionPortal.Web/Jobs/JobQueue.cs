using System.Globalization;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Hands a job to the scheduler within the transaction that writes its row: both are there afterwards, or neither. The
/// scheduler's tables stand in the same database, so nothing has to be made up for later.
/// </summary>
public sealed class JobQueue(ISchedulerFactory schedulers, PortalDbContext database)
{
    /// <summary>Adds the row and hands the job over.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task AskAsync<TJob>(PartnershipJob row, CancellationToken cancellationToken)
        where TJob : PartnershipAskedJob
    {
        var transaction = database.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A job is asked for within a transaction.");
        database.Add(row);
        await database.SaveChangesAsync(cancellationToken);

        var key = new JobKey(row.Id.ToString("N"), row.TenantId.ToString(CultureInfo.InvariantCulture));
        var job = JobBuilder.Create<TJob>().WithIdentity(key).RequestRecovery()
            .UsingJobData(PartnershipAskedJob.Data(new JobOrder(row.TenantId, row.Id, row.AskedByUserId))).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(key.Name, key.Group).ForJob(job).StartNow().Build();
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        using (scheduler.EnlistTransaction(transaction))
        {
            await scheduler.ScheduleJob(job, trigger, new ScheduleJobOptions(), cancellationToken);
        }
    }
}
