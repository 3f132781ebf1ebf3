using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace InspectionPortal.Testing;

/// <summary>Counts the SQL commands of a request. Setting the tenant and COMMIT do not pass here.</summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ConcurrentQueue<(string Text, IReadOnlyList<NpgsqlParameter> Parameters)> _sent = new();

    /// <summary>What was sent since the last <see cref="Reset"/>.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>True where queries are kept with their parameters, for a benchmark that sends them again.</summary>
    public bool KeepsParameters { get; set; }

    /// <summary>Queries with copies of their parameters; empty unless <see cref="KeepsParameters"/>.</summary>
    public IReadOnlyCollection<(string Text, IReadOnlyList<NpgsqlParameter> Parameters)> Sent => _sent;

    /// <summary>Runs before each query, on its connection and in its transaction, for a test that asks the database about it.</summary>
    public Func<DbCommand, Task>? BeforeQuery { get; set; }

    public void Reset()
    {
        _texts.Clear();
        _sent.Clear();
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _texts.Enqueue(command.CommandText);
        if (KeepsParameters)
        {
            _sent.Enqueue((command.CommandText, [.. command.Parameters.OfType<NpgsqlParameter>().Select(p => p.Clone())]));
        }

        if (BeforeQuery is { } before)
        {
            await before(command);
        }

        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _texts.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
