using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Writes down what someone outside the partnership read. The only write that a link officer's request makes.</summary>
public sealed class AccessLog(PortalDbContext database, CurrentSession current, TenantScope scope, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Adds one entry to each partnership whose rows the query may have shown, as the last step of its transaction.</summary>
    public async Task WriteAsync(string query, IReadByLinkOfficers? answer, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        var path = http.HttpContext is { } context ? (context.Request.PathBase + context.Request.Path).ToString() : string.Empty;
        var what = answer?.WhatWasRead ?? query;

        // In one order for everybody: each partnership seals its log at the commit, one writer at a time.
        foreach (var tenant in scope.ScrutinyTenants.Order())
        {
            var body = person.Grants.First(g => g.Partnership.Id == tenant).BodyName;

            // Back from the read-only role to the app's own, for this one partnership, until the transaction ends.
            var tenantText = tenant.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await database.Database.ExecuteSqlAsync(
                $"select set_config('role', 'none', true), set_config('app.tenant', {tenantText}, true)", cancellationToken);
            await database.Database.ExecuteSqlAsync(
                $"""
                insert into access_entries (tenant_id, id, user_id, body_name, query, what, path, at)
                values ({tenant}, {Guid.CreateVersion7()}, {person.UserId}, {body}, {query}, {Cut(what)}, {Cut(path)}, {time.GetUtcNow()})
                """,
                cancellationToken);
        }
    }

    private static string Cut(string text) => EnglishText.Truncate(text, 400);
}
