using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Rows;

/// <summary>Reads all rows that go with a plan in one command, whatever the model has.</summary>
public static class PlanCopyReader
{
    /// <summary>The names are the model's and the values the database's: nothing that a person sent is part of the command.</summary>
    private const string OfEntries =
        " left join progress_updates u on u.tenant_id = t.tenant_id and u.id = t.update_id"
        + " left join reporting_periods p on p.tenant_id = u.tenant_id and p.id = u.period_id";

    private static readonly Dictionary<(Type, string), string> Instead = new()
    {
        [(typeof(UpdateEntry), nameof(UpdateEntry.DateText))] = "coalesce(t.date_text, p.title)",
        [(typeof(UpdateEntry), nameof(UpdateEntry.BeforePortal))] = "true",
        [(typeof(UpdateEntry), nameof(UpdateEntry.Position))] =
            "row_number() over (partition by t.project_id order by t.before_portal desc, p.due_on nulls first, t.position, t.id) - 1",
    };

    /// <summary>The plan with everything that goes with it. Of updates, what was accepted, as history.</summary>
    public static async Task<CopyRows> ReadAsync(PortalDbContext database, int tenantId, Guid planId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var command = string.Join(" union all ", PlanCopyModel.Kinds.Select(k => Select(database.Model.FindEntityType(k)!)));
        var lines = await database.Database.SqlQuery<string>(FormattableStringFactory.Create(command, tenantId, planId))
            .ToListAsync(cancellationToken);
        var kinds = PlanCopyModel.Kinds.ToDictionary(AuditedKind.Of, StringComparer.Ordinal);
        var rows = new CopyRows(database.Model);
        foreach (var line in lines)
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line.AsSpan(bar + 1))!;
            rows[kinds[line[..bar]]].Add(new CopyRow(values["Id"].GetGuid(), values));
        }

        rows.KeepPlan(planId);
        return rows;
    }

    /// <summary>Rows that name their plan are read of one plan only; what else is not of it is dropped afterwards.</summary>
    private static string OfPlan(IEntityType kind) => kind.ClrType == typeof(Plan) ? " and t.id = {1}"
        : kind.FindProperty(nameof(StretchAim.PlanId)) is { IsNullable: false } ? " and t.plan_id = {1}" : string.Empty;

    private static string Select(IEntityType kind)
    {
        var values = new StringBuilder();
        foreach (var property in kind.GetProperties().Where(PlanCopyModel.Takes))
        {
            var value = Instead.GetValueOrDefault((kind.ClrType, property.Name), $"t.\"{property.GetColumnName()}\"");
            values.Append(CultureInfo.InvariantCulture, $"{(values.Length == 0 ? "" : ", ")}'{property.Name}', {value}");
        }

        var isEntry = kind.ClrType == typeof(UpdateEntry);
        var where = OfPlan(kind) + (isEntry ? $" and (t.before_portal or u.state = '{nameof(UpdateState.Accepted)}')" : string.Empty);
        return $"select '{AuditedKind.Of(kind.ClrType)}|' || jsonb_strip_nulls(jsonb_build_object({values}))::text as \"Value\" "
            + $"from \"{kind.GetTableName()}\" t{(isEntry ? OfEntries : string.Empty)} where t.tenant_id = {{0}}{where}";
    }
}
