using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Imports.Merging;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>What the reading of a new file may know of the partnership, and whether there is room for the file.</summary>
/// <param name="Id">The import that the file would become.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="IsNewPlan">True where it becomes a plan of its own.</param>
[Requires(Permission.EditPlan)]
public sealed record GetReadingHints(Guid Id, long Size, bool IsNewPlan) : IQuery<ReadingStart>;

internal sealed class GetReadingHintsHandler(PortalDbContext database, StorageQuota quota, CurrentSession current, IOptions<ImportOptions> options, TimeProvider time)
    : IRequestHandler<GetReadingHints, ReadingStart?>
{
    public async Task<ReadingStart?> Handle(GetReadingHints query, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(query, cancellationToken) is { } refusal)
        {
            return new ReadingStart(ImportHints.None, refusal);
        }

        var actor = ImportActor.Of(current);
        var state = await ExistingPlan.ReadAsync(database, planId: null, isTracked: false, cancellationToken);
        var earlier = ImportSource.Remembered(await ImportRunner.Earlier(database, query.Id).Select(i => i.Choices).ToListAsync(cancellationToken));
        return new ReadingStart(state.Hints(ImportChoices.None, earlier, doubtsLeads: false) with { Layout = actor.Layout, Vocabulary = actor.Vocabulary, IsNewPlan = query.IsNewPlan }, null);
    }

    private async Task<string?> RefusalAsync(GetReadingHints query, CancellationToken cancellationToken)
    {
        var over = time.GetUtcNow() - PlanImport.Kept;
        var waiting = await database.PlanImports.CountAsync(i => i.State == ImportState.Read && i.At > over && i.Id != query.Id, cancellationToken);
        return waiting >= options.Value.WaitingFiles
            ? $"{EnglishText.Count(waiting, "file")} of your partnership are waiting to be imported, which is the most you can have. Import or delete them below, then choose this one again."
            : await quota.RefusalAsync(query.Size, cancellationToken);
    }
}
