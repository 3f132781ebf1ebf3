using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Writes down what someone outside the partnership read. The only write that a link officer's request makes.</summary>
public sealed class AccessLog(
    PortalDbContext database, UnitOfWork unitOfWork, CurrentSession current, TenantScope scope, IHttpContextAccessor http,
    TimeProvider time)
{
    private readonly List<PageRead> _reads = [];

    /// <summary>What was written for this request, so that showing the same page again can be written down as well.</summary>
    public IReadOnlyList<PageRead> Reads => _reads;

    /// <summary>Adds one entry to each partnership whose rows the query may have shown, as the last step of its transaction.</summary>
    public async Task WriteAsync(string query, IReadByLinkOfficers? answer, CancellationToken cancellationToken)
    {
        var read = new PageRead(query, answer?.WhatWasRead ?? query);
        await WriteAsync(read, cancellationToken);
        unitOfWork.AfterCommit(_ =>
        {
            _reads.Add(read);
            return Task.CompletedTask;
        });
    }

    /// <summary>Adds the same entry again, for a page from the cache.</summary>
    public Task WriteAsync(PageRead read, CancellationToken cancellationToken) =>
        WriteAsync(current.RequiredPerson.UserId, current.RequiredPerson.Grants, read.Query, read.What, cancellationToken);

    /// <summary>The same for work without a request, such as an e-mail with what a link officer may read.</summary>
    public async Task WriteAsync(
        Guid officer, IReadOnlyList<SessionGrant> grants, string query, string what, CancellationToken cancellationToken)
    {
        var path = http.HttpContext is { } context ? (context.Request.PathBase + context.Request.Path).ToString() : string.Empty;

        // In one order for everybody: each partnership seals its log at the commit, one writer at a time.
        var tenants = scope.ScrutinyTenants.Order().ToArray();
        if (tenants.Length == 0)
        {
            return;
        }

        var bodies = grants.DistinctBy(g => g.Partnership.Id).ToDictionary(g => g.Partnership.Id, g => g.BodyName);
        var (ids, names) = (tenants.Select(_ => Guid.CreateVersion7()).ToArray(), tenants.Select(t => bodies[t]).ToArray());

        // Back from the read-only role to the app's own, until the transaction ends; the function enters one partnership after the other.
        await database.Database.ExecuteSqlAsync($"select set_config('role', 'none', true)", cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"select portal_log_access({tenants}, {ids}, {names}, {officer}, {query}, {Cut(what)}, {Cut(path)}, {time.GetUtcNow()})",
            cancellationToken);
    }

    private static string Cut(string text) => EnglishText.Truncate(text, 400);
}
