using System.Text;
using CsvHelper;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Reads a table written as text: comma, semicolon or tab between cells, in the encodings that Excel writes.</summary>
internal static class CsvTableReader
{
    private const int SampleRows = 30;

    public static SourceDocument Read(MemoryStream content, string name, ImportIssues issues, ReadingBudget budget)
    {
        var text = Decode(content.ToArray(), issues);
        var separator = Told(ref text) ?? Likeliest(text, budget);
        text = CsvQuotes.Close(text, separator, issues);
        var rows = new List<SourceRow>();
        foreach (var (record, number) in Records(text, separator, issues, budget))
        {
            budget.Row();
            var cells = new List<SourceCell>(record.Length);
            foreach (var cell in record)
            {
                var lines = PlainText.Lines(FormulaInjectionGuard.Back(cell).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r',
                    '\n'));
                budget.Cell(lines.Sum(l => l.Text.Length), lines.Count);
                cells.Add(new SourceCell { Lines = lines });
            }

            rows.Add(new SourceRow($"Row {number}", cells));
        }

        return new SourceDocument(name, [new SourceTable("", rows)]);
    }

    /// <summary>The rows, each with as many cells as a plan can have columns.</summary>
    private static IEnumerable<(string[] Record, int Number)> Records(string text, char separator, ImportIssues? issues,
        ReadingBudget budget)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => issues?.Warn(
                $"Row {record.RecordNumber}", "A quotation mark is in the wrong place. Check the cells of this row."),
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            budget.Step();
            var record = new string[Math.Min(reader.FieldCount, ImportLimits.Columns)];
            for (var i = 0; i < record.Length; i++)
            {
                record[i] = reader.GetString(i);
            }

            yield return (record, (int)reader.RowNumber);
        }
    }

    /// <summary>The mark that the first line names, as Excel takes it: "sep=;". That line is no row. Null where none is named.</summary>
    private static char? Told(ref string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = (end < 0 ? text : text[..end]).Trim().Trim('"');
        if (!text.TrimStart('"').StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var mark = first.Length == 4 && text.TrimStart('"').AsSpan(4) is ['\t', ..] ? '\t' : first.ElementAtOrDefault(4);
        text = end < 0 ? "" : text[(end + (text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1))..];
        return first.Length <= 5 && mark != '"' && (mark == '\t' || mark is > ' ' and < '\u007F') ? mark : null;
    }

    /// <summary>The mark that splits the first rows into most cells, the same number in each.</summary>
    private static char Likeliest(string text, ReadingBudget budget) => new[] { ',', ';', '\t', '|' }.MaxBy(mark =>
    {
        var widths = Records(text, mark, null, budget).Take(SampleRows).Select(r => r.Record.Length).Where(w => w > 1).ToList();
        var common = widths.GroupBy(w => w).OrderByDescending(g => g.Count()).FirstOrDefault();
        return common is null ? 0 : (common.Count() * 100) + common.Key;
    });

    private static string Decode(byte[] bytes, ImportIssues issues)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            _ when LooksWide(bytes, 1) => Encoding.Unicode.GetString(bytes),
            _ when LooksWide(bytes, 0) => Encoding.BigEndianUnicode.GetString(bytes),
            _ => Narrow(bytes, issues),
        };
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ImportException("The file is not a real .csv file. Save the table as .csv from Excel and try again.");
        }

        return text;
    }

    private static bool LooksWide(byte[] bytes, int zeros)
    {
        var pairs = Math.Min(bytes.Length / 2, 500);
        return pairs > 4 && Enumerable.Range(0, pairs).Count(i => bytes[(2 * i) + zeros] == 0
            && bytes[(2 * i) + 1 - zeros] != 0) > pairs * 0.7;
    }

    private static string Narrow(byte[] bytes, ImportIssues issues)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            issues.Warn("File", "The file does not say which character set it uses, so it was read as Windows Western European. Check accents, dashes and pound signs.");
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
