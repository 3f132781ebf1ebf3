using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Writes rows as CSV (UTF-8 with its mark, RFC 4180, no cell a formula) and as JSON, as they come.</summary>
internal static class ArchiveTableWriter
{
    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly CsvWriterOptions WithMark = new() { WriteByteOrderMark = true };

    public static async Task<int?> WriteCsvAsync(
        Stream stream, IReadOnlyList<IArchiveColumn> columns, IAsyncEnumerable<object> rows, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, WithMark, leaveOpen: true);
        foreach (var column in columns)
        {
            csv.WriteField(column.Name);
        }

        await csv.EndRecordAsync(cancellationToken);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var column in columns)
            {
                var (cell, isWords) = column.Cell(row);
                csv.WriteField(isWords ? FormulaInjectionGuard.Of(cell) : cell);
            }

            await csv.EndRecordAsync(cancellationToken);
            count++;
        }

        return count;
    }

    public static async Task<int?> WriteJsonAsync(
        Stream stream, IReadOnlyList<IArchiveColumn> columns, IAsyncEnumerable<object> rows, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartArray();
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                json.WritePropertyName(column.Name);
                column.WriteJson(json, row);
            }

            json.WriteEndObject();
            count++;
            if (json.BytesPending > FlushAt)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        return count;
    }

    /// <summary>One document, such as the manifest.</summary>
    public static async Task<int?> WriteDocumentAsync(Stream stream, Action<Utf8JsonWriter> write)
    {
        await using var json = new Utf8JsonWriter(stream, Readable);
        write(json);
        return null;
    }
}
