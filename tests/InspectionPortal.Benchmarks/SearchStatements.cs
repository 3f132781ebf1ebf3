using System.Globalization;
using InspectionPortal.Testing;
using Npgsql;
using NpgsqlTypes;

namespace InspectionPortal.Benchmarks;

/// <summary>
/// What the database says of each statement of a search page, sent again as the portal sends it: how long it took, and how much of the
/// processor it took. The second says more on a machine that does other work too.
/// </summary>
internal sealed class SearchStatements(PortalFixture portal, TestPartnership here, TestOfficer officer, TestPlan plan)
{
    private const int Rounds = 10;
    private const double MillisecondsOfATick = 10;

    /// <summary>A common word, a rare one, a phrase and the beginning of a word.</summary>
    private static readonly string[] Searches = ["children", "kingfisher", "\"care plan\"", "accommod"];

    public async Task WriteAsync(TextWriter output)
    {
        foreach (var words in Searches)
        {
            await WriteAsync(output, words, here.Reader, "member", (
                "select set_config('app.tenant', $1, true), set_config('app.user', $2, true)",
                [here.Id.ToString(CultureInfo.InvariantCulture), here.Reader.Id.ToString()]));
            await WriteAsync(output, words, officer.Person, "link officer", (
                "select set_config('app.tenants', $1, true), set_config('app.user', $2, true), set_config('app.plans', $3, true), "
                + "set_config('app.live', 'true', true), set_config('search_path', 'scrutiny, public', true), "
                + "set_config('role', 'portal_scrutiny', true)",
                [here.Id.ToString(CultureInfo.InvariantCulture), officer.Person.Id.ToString(), plan.Id.ToString()]));
        }
    }

    private async Task WriteAsync(
        TextWriter output, string words, TestPerson person, string who, (string Text, string[] Values) settings)
    {
        portal.Host.Commands.KeepsParameters = true;
        portal.Host.Commands.Reset();
        await portal.ClientFor(person).GetStringAsync(new Uri($"/{here.Slug}/search?q={Uri.EscapeDataString(words)}", UriKind.Relative));
        var sent = portal.Host.Commands.Sent.Where(s => s.Text.Contains("search_text", StringComparison.Ordinal)
            || s.Text.Contains("portal_search", StringComparison.Ordinal)).ToList();
        await using var connection = new NpgsqlConnection(portal.AppConnection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var set = new NpgsqlCommand(settings.Text, connection, transaction))
        {
            set.Parameters.AddRange(settings.Values.Select(v => new NpgsqlParameter { Value = v, NpgsqlDbType = NpgsqlDbType.Text }).ToArray());
            await set.ExecuteNonQueryAsync();
        }

        foreach (var (text, parameters) in sent)
        {
            var (best, before) = (double.MaxValue, Ticks(connection.ProcessID));
            var steps = new List<string>();
            for (var i = 0; i < Rounds; i++)
            {
                steps = await ExplainAsync(connection, transaction, text, parameters);
                best = Math.Min(best, TimeOf(steps, "Execution Time") + TimeOf(steps, "Planning Time"));
            }

            var processor = (Ticks(connection.ProcessID) - before) * MillisecondsOfATick / Rounds;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{words,-12} {who,-12} {text.Split('\n')[0],-60} fastest {best,6:0.0} ms, processor {processor,6:0.0} ms"));
            if (best > MillisecondsOfATick * 2)
            {
                steps.ForEach(line => output.WriteLine($"    {line}"));
            }
        }
    }

    private static async Task<List<string>> ExplainAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string text, IReadOnlyList<NpgsqlParameter> parameters)
    {
        await using var command = new NpgsqlCommand($"explain (analyze, buffers, costs off, timing off) {text}", connection, transaction);
        command.Parameters.AddRange(parameters.Select(p => p.Clone()).ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private static double TimeOf(List<string> plan, string name)
    {
        var line = plan.Find(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.Split(' ')[^2], CultureInfo.InvariantCulture);
    }

    /// <summary>How much of the processor a server process took so far; 0 where the system does not say.</summary>
    private static long Ticks(int process)
    {
        var file = $"/proc/{process}/stat";
        if (!File.Exists(file))
        {
            return 0;
        }

        var fields = File.ReadAllText(file).Split(") ")[^1].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
