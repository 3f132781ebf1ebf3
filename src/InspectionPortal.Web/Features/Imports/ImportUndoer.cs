using System.Reflection;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Data.Rows;
using InspectionPortal.Web.Features.Imports.Merging;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Takes an import back, all of it in the transaction of whoever asks; the same for a page and for a job.</summary>
public sealed class ImportUndoer(PortalDbContext database, TimeProvider time)
{
    private const int Named = 5;

    /// <summary>What the database lets nobody delete.</summary>
    private static readonly string[] Kept = [nameof(DeadlineSlip), nameof(PointCorrection), nameof(SignalAnswer)];

    private static readonly Dictionary<string, Type> Kinds = PlanCopyModel.Kinds.ToDictionary(AuditedKind.Of, StringComparer.Ordinal);

    private static readonly MethodInfo LoadKind =
        typeof(ImportUndoer).GetMethod(nameof(LoadRowsAsync))!;

    /// <summary>What is said once it is undone.</summary>
    internal static Saved Undone(PlanImport import) =>
        new("~/plans/import", $"Import of {import.FileName} undone. The plan is as it was before.");

    internal async Task<Result<Saved>> UndoAsync(PlanImport import, Guid byUserId, ImportProgress report, CancellationToken cancellationToken)
    {
        if (import.State == ImportState.Undone)
        {
            return Undone(import);
        }

        if (import.State != ImportState.BroughtIn || import.Done is not { } done)
        {
            return Failure.Field("", "Nothing was imported from this file, so there is nothing to undo.");
        }

        if (WhyFinal(done) is { } why)
        {
            return Failure.Field("", why);
        }

        await report(0, 0, "Checking for later changes", cancellationToken);
        var rows = await RowsAsync(done, cancellationToken);
        var touched = Touched(done, rows);
        if (touched.Count > 0)
        {
            return Failure.Field("", $"The import was not undone, because these items were changed or removed since: {EnglishText.List([.. touched.Take(Named), .. touched.Count > Named ? [$"{touched.Count - Named} more"] : Array.Empty<string>()])}. Edit or remove what should not be there on its own page.");
        }

        import.State = ImportState.Undone;
        import.UndoneAt = time.GetUtcNow();
        import.UndoneByUserId = byUserId;
        return await TakeBackAsync(import, rows, report, cancellationToken) ?? (Result<Saved>)Undone(import);
    }

    /// <summary>True where one of these rows can never be deleted.</summary>
    internal static bool IsKept(IEnumerable<TenantEntity> rows) =>
        rows.Any(r => Kept.Contains(AuditedKind.Of(r.GetType()), StringComparer.Ordinal));

    /// <summary>Why an import cannot be undone, however little was changed since; null where it can.</summary>
    internal static string? WhyFinal(ImportDone done)
    {
        if (!done.Added.ContainsKey(nameof(Plan)))
        {
            return null;
        }

        var kept = Kept.Select(k => (Kind: AuditText.Kind(k), done.Added.GetValueOrDefault(k, []).Count)).Where(k => k.Count > 0)
            .Select(k => EnglishText.Count(k.Count, k.Kind)).ToList();
        return kept.Count == 0
            ? null
            : $"The import cannot be undone, because it brought {EnglishText.List(kept)}, which the portal never deletes.";
    }

    /// <summary>The rows of one kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="database">In the partnership's transaction.</param>
    /// <param name="ids">Which rows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<List<TenantEntity>> LoadRowsAsync<T>(PortalDbContext database, List<Guid> ids, CancellationToken cancellationToken)
        where T : TenantEntity => [.. await database.Set<T>().Where(e => ids.Contains(e.Id)).ToListAsync(cancellationToken)];

    private Task<List<TenantEntity>> LoadAsync(string kind, List<Guid> ids, CancellationToken cancellationToken) =>
        (Task<List<TenantEntity>>)LoadKind.MakeGenericMethod(Kinds[kind]).Invoke(null, [database, ids, cancellationToken])!;

    /// <summary>Every row that the import added or changed, by id.</summary>
    private async Task<Dictionary<Guid, TenantEntity>> RowsAsync(ImportDone done, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Guid, TenantEntity>();
        var ids = done.Added.SelectMany(a => a.Value.Select(id => (Entity: a.Key, Id: id))).Concat(done.Changed.Select(c => (c.Entity, c.Id))).Distinct();
        foreach (var group in ids.GroupBy(i => i.Entity, StringComparer.Ordinal))
        {
            foreach (var row in await LoadAsync(group.Key, [.. group.Select(g => g.Id)], cancellationToken))
            {
                rows[row.Id] = row;
            }
        }

        return rows;
    }

    /// <summary>What somebody changed or removed since, in words.</summary>
    private static List<string> Touched(ImportDone done, Dictionary<Guid, TenantEntity> rows)
    {
        var versions = done.Versions.ToHashSet();
        return
        [
            .. done.Added.SelectMany(a => a.Value.Select(id => (Entity: a.Key, Id: id))).Concat(done.Changed.Select(c => (c.Entity, c.Id))).Distinct()
                .Where(i => !rows.TryGetValue(i.Id, out var row) || !versions.Contains(row.Version))
                .Select(i => rows.TryGetValue(i.Id, out var row) ? Name(row) : $"{EnglishText.WithArticle(AuditText.Kind(i.Entity))} that was removed").Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Name(TenantEntity row) => row switch
    {
        ImprovementProject project => $"project {project.Number}",
        StretchAim aim => $"aim {aim.Number}",
        KeyDriver driver => $"driver “{EnglishText.Cut(driver.Text, 60)}”",
        SubAction step => $"sub-action “{EnglishText.Cut(step.Text, 60)}”",
        Measure measure => $"measure “{EnglishText.Cut(measure.Title, 60)}”",
        LeadResponsibility responsibility => $"responsibility “{responsibility.Name}”",
        Plan plan => $"plan “{plan.Title}”",
        _ => EnglishText.WithArticle(AuditText.Kind(AuditedKind.Of(row.GetType()))),
    };

    private async Task<Failure?> TakeBackAsync(PlanImport import, Dictionary<Guid, TenantEntity> rows, ImportProgress report, CancellationToken cancellationToken)
    {
        var done = import.Done!;
        foreach (var change in done.Changed)
        {
            var field = database.Entry(rows[change.Id]).Property(change.Field);
            field.CurrentValue = MergeLog.FromJson(change.Before, field.Metadata.ClrType);
        }

        if (done.Added.TryGetValue(nameof(Plan), out var plans) && await LeavePlanAsync(import, plans[0], cancellationToken) is { } failure)
        {
            return failure;
        }

        // Everything that hangs on a row goes with it or forbids it: EF need not unhook one from the other as they are marked.
        database.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Never;
        database.ChangeTracker.DeleteOrphansTiming = CascadeTiming.Never;
        var added = done.Added.SelectMany(a => a.Value).Select(id => rows[id]).ToList();
        await ImportSettings.GiveBackAsync(database, done, import.TenantId, cancellationToken);
        AddSlipsBack(added.OfType<DeadlineSlip>(), import.UndoneByUserId);
        var removed = added.Where(row => row is not DeadlineSlip).OrderByDescending(row => PlanCopyModel.PlaceOf(row.GetType()))
            .ThenByDescending(IsBelowItsKind).ToList();
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            await ImportWork.SaveAsync(database, removed, part => database.RemoveRange(part), ("Undoing the import", report), cancellationToken);
            return null;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation } refused)
        {
            // Something was hung on what came in: the whole is left as it is.
            database.ChangeTracker.Clear();
            var hanging = database.Model.GetEntityTypes().FirstOrDefault(e => e.GetTableName() == refused.TableName);
            var words = hanging is null ? "something" : EnglishText.WithArticle(AuditText.Kind(AuditedKind.Of(hanging.ClrType)));
            return Failure.Field("", $"The import was not undone, because {words} was added since to an item from this file. Remove it first, or edit the imported items one by one.");
        }
    }

    /// <summary>What is under another of its kind goes before that.</summary>
    private static bool IsBelowItsKind(TenantEntity row) =>
        row is KeyDriver { ParentId: not null } or Grading { ParentId: not null } or Agency { ReportsToId: not null };

    /// <summary>That a deadline moved is kept for ever: that it moved back is told beside it.</summary>
    private void AddSlipsBack(IEnumerable<DeadlineSlip> slips, Guid? byUserId) => database.AddRange(slips.Select(slip => new DeadlineSlip
    {
        ProjectId = slip.ProjectId,
        From = slip.To,
        To = slip.From,
        Reason = $"Undone: {slip.Reason}",
        ByUserId = byUserId ?? Guid.Empty,
        At = time.GetUtcNow(),
    }));

    /// <summary>Lets go of a plan that came from the file: files that wait for it or are done with it forget it.</summary>
    private async Task<Failure?> LeavePlanAsync(PlanImport import, Guid planId, CancellationToken cancellationToken)
    {
        var others = await database.PlanImports.Where(i => i.PlanId == planId && i.Id != import.Id).ToListAsync(cancellationToken);
        if (others.Find(o => o.State == ImportState.BroughtIn) is { } later)
        {
            return Failure.Field("", $"The import was not undone, because {later.FileName} was imported into the same plan later. Undo that import first.");
        }

        foreach (var other in others)
        {
            (other.PlanId, other.NewPlanTitle) = (null, import.NewPlanTitle);
        }

        import.PlanId = null;
        return null;
    }
}
