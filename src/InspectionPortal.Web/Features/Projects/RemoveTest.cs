using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Removes a test of change, and its dates from the chart.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record RemoveTest(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveTestHandler(PortalDbContext database, TestWriters writers) : IRequestHandler<RemoveTest, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveTest command, CancellationToken cancellationToken)
    {
        var test = await database.TestsOfChange.SingleOrDefaultAsync(t => t.Id == command.Id, cancellationToken);
        if (test is null)
        {
            return await database.WasRemovedAsync(command.Id, cancellationToken) ? new Saved("~/plan", "The test of change is removed.") : new Missing();
        }

        if (!await writers.MayAsync(test.ProjectId, cancellationToken))
        {
            return new Denied(TestWriters.Refusal);
        }

        if (test.Version != command.Version)
        {
            return new Conflict("Someone else changed this while you had it open. Nothing was removed: read it, then remove it if you still want to.");
        }

        database.RemoveRange(await database.MeasureAnnotations.Where(a => a.TestOfChangeId == test.Id).ToListAsync(cancellationToken));
        database.Remove(test);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/projects/{test.ProjectId}#tests", "The test of change is removed.");
    }
}
