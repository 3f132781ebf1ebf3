using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Removes a test of change, and its dates from the chart.</summary>
[CanUndo]
[Requires(Permission.WriteUpdates)]
public sealed record RemoveTestOfChange(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveTestOfChangeHandler(PortalDbContext database, TestOfChangeAccess writers) : IRequestHandler<RemoveTestOfChange, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveTestOfChange command, CancellationToken cancellationToken)
    {
        var test = await database.TestsOfChange.SingleOrDefaultAsync(t => t.Id == command.Id, cancellationToken);
        if (test is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/plans", "Test of change removed"), cancellationToken);
        }

        if (!await writers.MayAsync(test.ProjectId, cancellationToken))
        {
            return new Denied(TestOfChangeAccess.Refusal);
        }

        if (Removal.Stale(test, command.Version) is { } stale)
        {
            return stale;
        }

        database.RemoveRange(await database.MeasureAnnotations.Where(a => a.TestOfChangeId == test.Id).ToListAsync(cancellationToken));
        database.Remove(test);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/projects/{test.ProjectId}#tests", "Test of change removed");
    }
}
