using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Makes a file that was looked at the plan: all of it or nothing, and what was looked at or nothing.</summary>
[Requires(Permission.EditPlan)]
public sealed class BringInPlan : ImportForm, ICommand<Saved>
{
    /// <summary>What the page showed: where the plan has changed since, the page is shown again.</summary>
    public string? Seen { get; set; }
}

/// <summary>The choices on the page of an import.</summary>
public abstract class ImportForm
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Table { get; set; }
    public List<ColumnChoice> Columns { get; set; } = [];
    public List<LeadChoice> Leads { get; set; } = [];

    /// <summary>What stands on record, with what was chosen now laid over it.</summary>
    internal ImportChoices Over(ImportChoices before, bool withColumns)
    {
        var columns = new Dictionary<string, string>(before.Columns, StringComparer.OrdinalIgnoreCase);
        foreach (var column in Columns.Where(c => withColumns && c.Key is not null && c.Field is not null && (c.Field != c.Was || columns.ContainsKey(c.Key))))
        {
            columns[column.Key!] = column.Field!;
        }

        var leads = new Dictionary<string, string>(before.Leads, StringComparer.OrdinalIgnoreCase);
        foreach (var lead in Leads.Where(l => l.Name is not null && l.Choice is not null && (l.Choice != ImportChoices.Add || leads.ContainsKey(l.Name))))
        {
            leads[lead.Name!] = lead.Choice!;
        }

        return new ImportChoices(columns, withColumns && Table is not null ? Table : before.Table, leads);
    }
}

/// <summary>A column and what it shall feed.</summary>
public sealed class ColumnChoice
{
    /// <summary>Its header; its number from 1 where the header does not tell it from others.</summary>
    public string? Key { get; set; }

    /// <summary>What the page showed.</summary>
    public string? Was { get; set; }

    public string? Field { get; set; }
}

/// <summary>A name that is not known, and what becomes of it.</summary>
public sealed class LeadChoice
{
    public string? Name { get; set; }
    public string? Choice { get; set; }
}

internal sealed class BringInPlanHandler(PortalDbContext database, PlanImporter importer, CurrentSession current, TimeProvider time) : IRequestHandler<BringInPlan, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(BringInPlan command, CancellationToken cancellationToken)
    {
        var import = await database.PlanImports.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (import is null)
        {
            return new Missing();
        }

        if (import.State == ImportState.BroughtIn)
        {
            return Done(import);
        }

        if (!import.IsWaiting(time.GetUtcNow()) || import.Data is null)
        {
            return Failure.Field("", "This file is no longer waiting. Choose it again to bring it in.");
        }

        var chosen = command.Over(import.Choices, withColumns: true);
        if (chosen.Table != import.Choices.Table || !Same(chosen.Columns, import.Choices.Columns))
        {
            return new Conflict("You changed what the file is read as. Press “Read it again”, look at the plan as it will be, then bring it in.");
        }

        return await BringInAsync(import, chosen, command.Seen, cancellationToken);
    }

    private async Task<Result<Saved>> BringInAsync(PlanImport import, ImportChoices chosen, string? seen, CancellationToken cancellationToken)
    {
        var actor = ImportActor.Of(current);
        var earlier = ImportSource.Remembered(await Earlier(database, import.Id).Select(i => i.Choices).ToListAsync(cancellationToken));
        var source = new ImportSource(import.FileName, import.Data!, import.Choices, earlier);
        var newPlanId = Guid.CreateVersion7();
        var isAsSeen = Same(chosen.Leads, import.Choices.Leads);
        var outlook = await importer.LookAsync(source, import.PlanId, newPlanId, actor, isTracked: isAsSeen, cancellationToken);
        if (outlook.Error is { } error)
        {
            return Failure.Field("", error);
        }

        if (outlook.Fingerprint != seen)
        {
            return new Conflict("The plan was changed while you looked. Nothing was brought in: look at the plan as it will be now, then bring it in.");
        }

        if (!isAsSeen)
        {
            import.Choices = chosen;
            outlook = await importer.LookAsync(source with { Choices = chosen }, import.PlanId, newPlanId, actor, isTracked: true, cancellationToken);
        }

        if (outlook.Merged.Log.IsEmpty && import.PlanId is not null)
        {
            import.State = ImportState.Discarded;
            import.Data = null;
            await database.SaveChangesAsync(cancellationToken);
            return new Saved("~/plan/import", "Nothing has changed: the plan says already what the file says.");
        }

        await importer.SaveAsync(import, outlook, newPlanId, actor, cancellationToken);
        return Done(import);
    }

    /// <summary>Other imports whose choices are remembered, the latest first.</summary>
    internal static IQueryable<PlanImport> Earlier(PortalDbContext database, Guid but) => database.PlanImports.AsNoTracking()
        .Where(i => i.Id != but && (i.State == ImportState.BroughtIn || i.State == ImportState.Undone))
        .OrderByDescending(i => i.At).Take(ImportSource.RememberedImports);

    private static Saved Done(PlanImport import) =>
        new($"~/plan/import/{import.Id}", $"{(import.Done?.Told is { Length: > 0 } told ? $"{char.ToUpperInvariant(told[0])}{told[1..]}" : "The file")} {(import.Done?.Told.StartsWith("1 ", StringComparison.Ordinal) == true && !import.Done.Told.Contains(" and ", StringComparison.Ordinal) ? "is" : "are")} brought in. You can undo it on this page.");

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(o => other.TryGetValue(o.Key, out var value) && value == o.Value);
}
