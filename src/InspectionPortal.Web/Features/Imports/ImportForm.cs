using InspectionPortal.Domain.Imports;
using InspectionPortal.PlanDocuments.Plans;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

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
    internal void Mark(ImportPreviewPage look)
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
