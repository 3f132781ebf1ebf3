using System.Reflection;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>One entity as a table.</summary>
/// <param name="Type">The entity.</param>
/// <param name="Name">Of its files, such as "stretch-aims".</param>
/// <param name="Columns">What its rows have.</param>
/// <param name="Bytes">What of a row goes to a file of its own, byte for byte.</param>
/// <param name="IsHeavy">True where rows hold bytes, so that few may be read at a time.</param>
public sealed record ArchiveTable(Type Type, string Name, IReadOnlyList<ArchiveColumn> Columns, IReadOnlyList<ArchiveColumn> Bytes, bool IsHeavy)
{
    private const int PageLength = 500;

    /// <summary>Rows whose bytes are read too: few at a time.</summary>
    private const int HeavyPageLength = 5;

    private static readonly MethodInfo Reader = typeof(ArchiveTable).GetMethod(nameof(ReadPagesAsync))!;

    /// <summary>Where a row's bytes stand in the archive.</summary>
    public string PathOf(object row, ArchiveColumn bytes) => $"reports/{Name}/{((ITenantScoped)row).Id}-{bytes.Name}.json";

    /// <summary>All rows, by id, a page at a time.</summary>
    public IAsyncEnumerable<object> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) => (IAsyncEnumerable<object>)Reader
        .MakeGenericMethod(Type).Invoke(null, [database, IsHeavy ? HeavyPageLength : PageLength, cancellationToken])!;

    /// <summary>Rows of one entity, by id, <paramref name="length"/> at a time.</summary>
    public static async IAsyncEnumerable<object> ReadPagesAsync<T>(
        PortalDbContext database, int length, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, ITenantScoped
    {
        Guid? after = null;
        for (var isMore = true; isMore;)
        {
            var last = after;
            var rows = database.Set<T>().AsNoTracking();
            var page = await (last is { } id ? rows.Where(row => EF.Property<Guid>(row, nameof(ITenantScoped.Id)) > id) : rows)
                .OrderBy(row => EF.Property<Guid>(row, nameof(ITenantScoped.Id)))
                .Take(length)
                .ToListAsync(cancellationToken);
            foreach (var row in page)
            {
                yield return row;
            }

            isMore = page.Count == length;
            after = isMore ? page[^1].Id : after;
        }
    }
}
