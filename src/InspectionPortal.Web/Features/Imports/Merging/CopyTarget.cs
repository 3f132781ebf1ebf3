using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What a partnership has that the copy of another plan may meet.</summary>
/// <param name="Model">The model that says what rows have.</param>
/// <param name="Inspections">Its inspections.</param>
/// <param name="HasPlans">True where it has a plan already.</param>
internal sealed record CopyTarget(IModel Model, IReadOnlyList<KnownInspectionRow> Inspections, bool HasPlans)
{
    public static async Task<CopyTarget> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) => new(
        database.Model,
        await database.Inspections.AsNoTracking().OrderBy(i => i.Id)
            .Select(i => new KnownInspectionRow(i.Id, i.Title, i.Published, i.PublishedText)).ToListAsync(cancellationToken),
        await database.Plans.AnyAsync(cancellationToken));

    /// <summary>True for a partnership that has neither a plan nor words, columns or ratings of its own.</summary>
    public bool IsUntouched(ImportActor actor) => !HasPlans && actor.Vocabulary == new Vocabulary()
        && Same(actor.Layout, PlanLayout.Default) && actor.Key.SequenceEqual(RatingKey.Default);

    private static bool Same(PlanLayout one, PlanLayout other) =>
        one with { Columns = [] } == other with { Columns = [] } && one.Columns.SequenceEqual(other.Columns);
}
