using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
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
    public List<ReadingChoice> Readings { get; set; } = [];

    /// <summary>Shows as chosen what was chosen here and is not on record yet.</summary>
    internal void Mark(ImportLook look)
    {
        foreach (var column in Columns.Where(c => c.Key is not null && c.Field is not null))
        {
            look.ChosenColumns[column.Key!] = column.Field!;
        }

        foreach (var lead in Leads.Where(l => l.Name is not null && l.Choice is not null))
        {
            look.ChosenLeads[lead.Name!] = lead.Choice!;
        }

        foreach (var reading in Readings.Where(r => r.Key is not null))
        {
            look.ChosenReadings[reading.Key!] = reading.Choice ?? ImportQuestion.Suggested;
        }

        look.ChosenTable = Table;
    }

    /// <summary>What stands on record, with what was chosen now laid over it.</summary>
    internal ImportChoices Over(ImportChoices before)
    {
        var columns = new Dictionary<string, string>(before.Columns, StringComparer.OrdinalIgnoreCase);
        foreach (var column in Columns.Where(c => c.Key is not null && c.Field is not null && (c.Field != c.Was || columns.ContainsKey(c.Key))))
        {
            columns[column.Key!] = column.Field!;
        }

        var leads = new Dictionary<string, string>(before.Leads, StringComparer.OrdinalIgnoreCase);
        foreach (var lead in Leads.Where(l => l.Name is not null && l.Choice is not null && (l.Choice != ImportChoices.Add || leads.ContainsKey(l.Name))))
        {
            leads[lead.Name!] = lead.Choice!;
        }

        var readings = new Dictionary<string, string>(before.Readings, StringComparer.Ordinal);
        foreach (var reading in Readings.Where(r => r.Key is not null && (r.Choice is not null || readings.ContainsKey(r.Key))))
        {
            readings[reading.Key!] = reading.Choice ?? ImportQuestion.Suggested;
        }

        return new ImportChoices(columns, Table ?? before.Table, leads) { Readings = readings };
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

/// <summary>A doubt, and how it is settled.</summary>
public sealed class ReadingChoice
{
    public string? Key { get; set; }

    /// <summary>Blank for what the portal suggests.</summary>
    public string? Choice { get; set; }
}

/// <summary>A name that is not known, and what becomes of it.</summary>
public sealed class LeadChoice
{
    public string? Name { get; set; }
    public string? Choice { get; set; }
}

internal sealed class BringInPlanHandler(PortalDbContext database, PlanBringer bringer, JobQueue queue, CurrentSession current, TimeProvider time)
    : IRequestHandler<BringInPlan, Result<Saved>>
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
            return PlanBringer.Done(import);
        }

        if (!import.IsWaiting(time.GetUtcNow()) || import.Data is null)
        {
            return Failure.Field("", "This file is no longer waiting. Choose it again to bring it in.");
        }

        var asked = new Saved($"~/plan/import/{import.Id}", null);
        if (await ImportWork.IsUnderWayAsync(database, import, cancellationToken))
        {
            return asked;
        }

        var chosen = command.Over(import.Choices);
        if (!chosen.ReadsAs(import.Choices))
        {
            return new Conflict("You changed what the file is read as. Press “Read it again”, look at the plan as it will be, then bring it in.");
        }

        var agreed = new ImportAgreed(command.Seen, import.Choices);
        import.Choices = chosen;
        if (import.Pieces <= ImportWork.AtOnce)
        {
            return await bringer.BringInAsync(import, agreed, ImportActor.Of(current), ImportWork.Silently, cancellationToken);
        }

        import.Agreed = agreed;
        await queue.AskAsync<BringInPlanJob>(import, JobKind.BringIn, current.RequiredPerson.UserId, time.GetUtcNow(), cancellationToken);
        return asked;
    }
}
