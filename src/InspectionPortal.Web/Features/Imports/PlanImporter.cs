using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Imports.Merging;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>A file with what is needed to read it again.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Data">Its bytes.</param>
/// <param name="Choices">What was chosen about it.</param>
/// <param name="Earlier">What the partnership chose for headers before.</param>
internal sealed record ImportSource(string FileName, byte[] Data, ImportChoices Choices, IReadOnlyDictionary<string, string> Earlier)
{
    /// <summary>True where leads not known are told among the doubts of the file, false where a page asks about them.</summary>
    public bool DoubtsLeads { get; init; }

    /// <summary>The choices that other imports of the partnership left, the latest first.</summary>
    public static IReadOnlyDictionary<string, string> Remembered(IEnumerable<ImportChoices> latestFirst)
    {
        var remembered = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (header, field) in latestFirst.SelectMany(c => c.Columns).Where(c => !c.Key.All(char.IsAsciiDigit)))
        {
            remembered.TryAdd(header, field);
        }

        return remembered;
    }

    /// <summary>How many imports are remembered.</summary>
    public const int RememberedImports = 20;
}

/// <summary>A file read and laid over the plan.</summary>
internal sealed record ImportOutlook(ImportResult Read, MergedPlan Merged)
{
    /// <summary>What stops it; null where nothing does.</summary>
    public string? Error => Read.Issues.FirstOrDefault(i => i.Severity == ImportSeverity.Error)?.Message;

    /// <summary>Changes with anything that a person looked at before deciding.</summary>
    public string Fingerprint => Merged.Fingerprint;
}

/// <summary>Makes what was read the partnership's plan: all of it in the transaction of whoever asks, or nothing.</summary>
public sealed class PlanImporter(PortalDbContext database, TimeProvider time)
{
    /// <summary>Reads the file and lays it over the plan, in six commands; changes rows only where they are tracked.</summary>
    /// <exception cref="ImportException">The file cannot be read at all.</exception>
    internal async Task<ImportOutlook> LookAsync(
        ImportSource source, Guid? planId, Guid newPlanId, ImportActor actor, bool isTracked, CancellationToken cancellationToken)
    {
        var state = await PlanState.ReadAsync(database, planId, isTracked, cancellationToken);
        return Look(state, source, planId ?? newPlanId, actor);
    }

    /// <summary>What the plan will be, with the responsibilities that can stand for a name not known.</summary>
    internal async Task<(ImportOutlook Outlook, IReadOnlyList<ResponsibilityOption> Responsibilities)> PreviewAsync(
        ImportSource source, Guid? planId, ImportActor actor, CancellationToken cancellationToken)
    {
        var state = await PlanState.ReadAsync(database, planId, isTracked: false, cancellationToken);
        var responsibilities = state.Responsibilities.Select(r => new ResponsibilityOption(r.Id, r.Name)).ToList();
        return (Look(state, source, planId ?? Guid.Empty, actor), responsibilities);
    }

    /// <summary>Saves what was laid over the plan, and writes into the import what it did.</summary>
    internal async Task SaveAsync(PlanImport import, ImportOutlook outlook, Guid newPlanId, ImportActor actor, ImportProgress report, CancellationToken cancellationToken)
    {
        var log = outlook.Merged.Log;
        if (import.PlanId is { } planId)
        {
            // Two imports into one plan at once: the second finds that the plan has moved on.
            var plan = await database.Plans.SingleAsync(p => p.Id == planId, cancellationToken);
            database.Touch(plan, plan.Version);
        }
        else
        {
            var plan = new Plans.Plan { Id = newPlanId, Title = import.NewPlanTitle ?? Path.GetFileNameWithoutExtension(import.FileName) };
            log.Added.Insert(0, plan);
            log.Touched.Add(plan);
        }

        // What others hang on comes first, with whatever moves to it.
        var isBelow = log.Added.ToLookup(a => a is not (Plans.Plan or Plans.StretchAim or Plans.KeyDriver or People.LeadResponsibility));
        database.AddRange(isBelow[false]);
        await database.SaveChangesAsync(cancellationToken);
        await ImportWork.SaveAsync(database, [.. isBelow[true]], rows => database.AddRange(rows), ("Bringing it in", report), cancellationToken);
        import.Done = new ImportDone(
            log.Added.GroupBy(a => a.GetType().Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(a => a.Id).ToList(), StringComparer.Ordinal),
            log.Changed,
            log.Touched.Select(t => t.Version).Distinct().ToList(),
            ImportTold.Of(outlook.Merged.Rows));
        import.PlanId ??= newPlanId;
        import.State = ImportState.BroughtIn;
        import.BroughtInAt = time.GetUtcNow();
        import.BroughtInByUserId = actor.UserId;
        import.Data = null;
        await database.SaveChangesAsync(cancellationToken);
    }

    private ImportOutlook Look(PlanState state, ImportSource source, Guid planId, ImportActor actor)
    {
        using var stream = new MemoryStream(source.Data, writable: false);
        var hints = state.Hints(source.Choices, source.Earlier, source.DoubtsLeads) with { Layout = actor.Layout, Vocabulary = actor.Vocabulary };
        var read = PlanReader.Read(stream, source.FileName, hints);
        var setting = new MergeSetting(source.FileName, source.Choices, actor.Key, actor.UserId ?? Guid.Empty, time.GetUtcNow());
        return new ImportOutlook(read, new PlanMerger(state, planId, setting).Merge(read.Plan));
    }
}

/// <summary>Who imports, and how their partnership rates and words its plan.</summary>
internal sealed record ImportActor(Guid? UserId, IReadOnlyList<Rating> Key, PlanLayout Layout, Vocabulary Vocabulary)
{
    public static ImportActor Of(CurrentSession current)
    {
        var partnership = current.RequiredTenant.Partnership;
        return new ImportActor(current.RequiredPerson.UserId, partnership.RagKey, partnership.Layout, partnership.Vocabulary);
    }

    public static ImportActor Of(Partnership partnership, Guid? userId) => new(userId, partnership.RagKey, partnership.Layout, partnership.Vocabulary);
}

/// <summary>What an import does, in words.</summary>
internal static class ImportTold
{
    /// <summary>Such as "2 new aims, 13 new projects and 1 changed project"; empty where nothing changes.</summary>
    public static string Of(IReadOnlyList<MergedRow> rows)
    {
        List<string> words = [];
        foreach (var kind in Enum.GetValues<MergeKind>())
        {
            var own = rows.Where(r => r.Kind == kind).ToList();
            var (fresh, changed) = (own.Count(r => r.Mark == MergeMark.New), own.Count(r => r.Mark == MergeMark.Changed));
            var word = kind.ToString().ToLowerInvariant();
            words.AddRange(fresh > 0 ? [Words.Count(fresh, $"new {word}")] : []);
            words.AddRange(changed > 0 ? [Words.Count(changed, $"changed {word}")] : []);
        }

        return Words.List(words);
    }
}
