using System.Text;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Undo;

/// <summary>Everything that a partnership has, to compare before and after.</summary>
internal static class PartnershipRows
{
    private static readonly HashSet<string> Beside = ["audit_entries", "audit_heads", "audit_links", "access_entries"];

    /// <summary>Its settings and all its rows as one text, but for the audit and what runs beside the plan.</summary>
    public static Task<string> ReadAsync(PortalFixture portal, TestPartnership here) => portal.Data.InTenantAsync(here.Id, async database =>
    {
        var text = new StringBuilder();
#pragma warning disable EF1002 // The name of a table of the model, and a number.
        var settings = await database.Database
            .SqlQueryRaw<string>($"select t::text as \"Value\" from partnerships t where t.id = {here.Id}").ToListAsync();
        text.AppendJoin('\n', settings).Append('\n');
        foreach (var type in database.Model.GetEntityTypes().Where(t => typeof(TenantEntity).IsAssignableFrom(t.ClrType) && !t.IsOwned()))
        {
            var table = type.GetTableName()!;
            if (Beside.Contains(table))
            {
                continue;
            }

            var rows = await database.Database
                .SqlQueryRaw<string>($"select t::text as \"Value\" from \"{table}\" t where t.tenant_id = {here.Id}").ToListAsync();
            text.Append(table).Append('\n').AppendJoin('\n', rows.Order(StringComparer.Ordinal)).Append('\n');
        }
#pragma warning restore EF1002

        return text.ToString();
    });
}
