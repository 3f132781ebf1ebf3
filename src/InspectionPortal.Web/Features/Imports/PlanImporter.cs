using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Rows;
using InspectionPortal.Web.Features.Imports.Merging;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>A file with what is needed to read it again.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Load">Its bytes, asked for only where it has to be read.</param>
/// <param name="Choices">What was chosen about it.</param>
/// <param name="Earlier">What the partnership chose for headers before.</param>
internal sealed record ImportSource(
    string FileName, Func<CancellationToken, Task<byte[]>> Load, ImportChoices Choices, IReadOnlyDictionary<string, string> Earlier)
{
    /// <summary>What was read in it before; null where nothing was.</summary>
    public StoredReading? Stored { get; init; }

    /// <summary>How much it holds, about; null where that is not known.</summary>
    public int? Pieces { get; init; }

    /// <summary>The same file as an import's own row has it.</summary>
    public static ImportSource Of(PlanImport import, ImportChoices choices, IReadOnlyDictionary<string, string> earlier) =>
        new(import.FileName, _ => Task.FromResult(import.Data!), choices, earlier)
        {
            Stored = StoredOf(import.ReadingKey, import.Reading),
            Pieces = import.Pieces,
        };

    /// <summary>What a row keeps of an earlier reading; null where it keeps none.</summary>
    public static StoredReading? StoredOf(string? key, byte[]? bytes) =>
        key is null || bytes is null ? null : new StoredReading(key, bytes);

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
internal sealed record ImportPreview(ImportResult Read, MergedPlan Merged)
{
    /// <summary>The file as it was read just now, to be kept; null where the stored reading was used.</summary>
    public StoredReading? Fresh { get; init; }

    /// <summary>What came as the copy of a plan in the file; null where nothing did.</summary>
    public CopiedPlan? Copied { get; init; }

    /// <summary>What stops it; null where nothing does.</summary>
    public string? Error => Read.Issues.FirstOrDefault(i => i.Severity == ImportSeverity.Error)?.Message;

    /// <summary>Changes with anything that a person looked at before deciding.</summary>
    public string Fingerprint => Merged.Fingerprint;
}

/// <summary>Makes what was read the partnership's plan: all of it in the transaction of whoever asks, or nothing.</summary>
public sealed class PlanImporter(PortalDbContext database, ReadingQueue queue, TimeProvider time)
{
    /// <summary>A file with no more than this in it is laid over the plan without waiting for a turn.</summary>
    private const int LaidAtOnce = 300;

    /// <summary>Reads the file and lays it over the plan, in eight commands; changes rows only where they are tracked.</summary>
    /// <exception cref="ImportException">The file cannot be read at all.</exception>
    internal async Task<ImportPreview> LookAsync(
        ImportSource source, Guid? planId, Guid newPlanId, ImportActor actor, bool isTracked, CancellationToken cancellationToken)
    {
        var state = await ExistingPlan.ReadAsync(database, planId, isTracked, cancellationToken);
        return await LayAsync(state, source, planId ?? newPlanId, actor, cancellationToken);
    }

    /// <summary>What the plan will be, with the responsibilities that can stand for a name not known.</summary>
    internal async Task<(ImportPreview Outlook, IReadOnlyList<ResponsibilityOption> Responsibilities)> PreviewAsync(
        ImportSource source, Guid? planId, ImportActor actor, CancellationToken cancellationToken)
    {
        var state = await ExistingPlan.ReadAsync(database, planId, isTracked: false, cancellationToken);
        var responsibilities = state.Responsibilities.Select(r => new ResponsibilityOption(r.Id, r.Name)).ToList();
        return (await LayAsync(state, source, planId ?? Guid.Empty, actor, cancellationToken), responsibilities);
    }

    /// <summary>Saves what was laid over the plan, and writes into the import what it did.</summary>
    internal async Task SaveAsync(PlanImport import, ImportPreview outlook, Guid newPlanId, ImportActor actor, ImportProgress report, CancellationToken cancellationToken)
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
            AddPlan(import, outlook, newPlanId);
        }

        var before = await ImportSettings.TakeAsync(database, outlook.Copied?.Settings, actor.TenantId, cancellationToken);

        // What others hang on comes first, with whatever moves to it.
        var isBelow = log.Added.ToLookup(a => a is not (Agency or LeadResponsibility or Inspection or Recommendation or ProgressReview
            or Plan or StretchAim or KeyDriver));
        database.AddRange(isBelow[false]);
        await database.SaveChangesAsync(cancellationToken);
        await ImportWork.SaveAsync(database, [.. isBelow[true]], rows => database.AddRange(rows), ("Importing the plan", report), cancellationToken);
        import.Done = new ImportDone(
            log.Added.GroupBy(a => AuditedKind.Of(a.GetType()), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(a => a.Id).ToList(), StringComparer.Ordinal),
            log.Changed,
            log.Touched.Select(t => t.Version).Distinct().ToList(),
            ImportSummary.Of(outlook.Merged.Rows))
        {
            SettingsBefore = before,
            SettingsAfter = before is null ? null : ImportSettings.Of(outlook.Copied!.Settings!),
        };
        import.PlanId ??= newPlanId;
        import.State = ImportState.BroughtIn;
        import.BroughtInAt = time.GetUtcNow();
        import.BroughtInByUserId = actor.UserId;
        import.Forget();
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A plan of its own: the one that came as a copy, else a new one.</summary>
    private static void AddPlan(PlanImport import, ImportPreview outlook, Guid newPlanId)
    {
        if (outlook.Copied is { } copied)
        {
            copied.Plan.Title = copied.TitleFor(import.NewPlanTitle, import.FileName);
            return;
        }

        var plan = new Plan { Id = newPlanId, Title = import.NewPlanTitle ?? Path.GetFileNameWithoutExtension(import.FileName) };
        outlook.Merged.Log.Added.Insert(0, plan);
        outlook.Merged.Log.Touched.Add(plan);
    }

    /// <summary>Lays the file over the plan: as it was read before where nothing changed since that reading depends on.</summary>
    private async Task<ImportPreview> LayAsync(ExistingPlan state, ImportSource source, Guid planId, ImportActor actor,
        CancellationToken cancellationToken)
    {
        var hints = state.Hints(source.Choices, source.Earlier, source.DoubtsLeads) with { Layout = actor.Layout, Vocabulary = actor.Vocabulary };
        var target = hints.IsNewPlan ? await CopyTarget.ReadAsync(database, cancellationToken) : null;
        try
        {
            return await LayAsync(state, source, (planId, hints, target), actor, cancellationToken);
        }
        catch (RowException)
        {
            // Not a copy that the portal wrote: then the words of the file are what there is.
            var plain = await LayAsync(state, source, (planId, hints with { IsNewPlan = false }, null), actor, cancellationToken);
            var issues = new ImportIssues();
            PlanCopy.Damaged(issues);
            var read = plain.Read with { Issues = [.. issues.InOrder(), .. plain.Read.Issues], Copy = null };
            return plain with { Read = read, Fresh = null };
        }
    }

    private async Task<ImportPreview> LayAsync(
        ExistingPlan state, ImportSource source, (Guid PlanId, ImportHints Hints, CopyTarget? Target) onto, ImportActor actor,
        CancellationToken cancellationToken)
    {
        var setting = new MergeSetting(source.FileName, source.Choices, actor.Key, actor.UserId ?? Guid.Empty, time.GetUtcNow());
        var isStored = source.Stored is { } kept && kept.Key == StoredReading.KeyOf(onto.Hints);
        if (isStored && source.Pieces <= LaidAtOnce)
        {
            return Lay(source.Stored!.Result, fresh: null, budget: null);
        }

        var data = isStored ? [] : await source.Load(cancellationToken);
        return await queue.RunAsync(
            actor.TenantId,
            budget =>
            {
                var (fresh, read) = isStored
                    ? (null, source.Stored!.Result)
                    : StoredReading.Read(data, source.FileName, onto.Hints, budget);
                return Lay(read, fresh, budget);
            },
            cancellationToken);

        ImportPreview Lay(ImportResult read, StoredReading? fresh, ReadingBudget? budget)
        {
            if (onto.Target is { } target && read.Copy is { } copy)
            {
                state.Add(new CopiedPlanBuilder(target, state, actor, setting).Build(copy.Read(), read.Plan, onto.PlanId));
            }

            var own = setting with { Key = state.Copied?.Settings?.Ratings ?? setting.Key };
            return new(read, new PlanMerger(state, onto.PlanId, own, budget).Merge(read.Plan)) { Fresh = fresh, Copied = state.Copied };
        }
    }
}

/// <summary>Who imports, and how their partnership rates and words its plan.</summary>
internal sealed record ImportActor(int TenantId, Guid? UserId, IReadOnlyList<Rating> Key, PlanLayout Layout, Vocabulary Vocabulary)
{
    public static ImportActor Of(CurrentSession current)
    {
        var partnership = current.RequiredTenant.Partnership;
        return new ImportActor(partnership.Id, current.RequiredPerson.UserId, partnership.RagKey, partnership.Layout, partnership.Vocabulary);
    }

    public static ImportActor Of(Partnership partnership, Guid? userId) =>
        new(partnership.Id, userId, partnership.RagKey, partnership.Layout, partnership.Vocabulary);
}

/// <summary>What an import does, in words.</summary>
internal static class ImportSummary
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
            words.AddRange(fresh > 0 ? [EnglishText.Count(fresh, $"new {word}")] : []);
            words.AddRange(changed > 0 ? [EnglishText.Count(changed, $"changed {word}")] : []);
        }

        return EnglishText.List(words);
    }
}
