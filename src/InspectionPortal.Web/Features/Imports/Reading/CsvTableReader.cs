using System.Text;
using CsvHelper;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Imports.Reading;

/// <summary>Reads a table written as text: comma, semicolon or tab between cells, in the encodings that Excel writes.</summary>
internal static class CsvTableReader
{
    private const int SampleRows = 30;

    public static SourceDocument Read(MemoryStream content, string name, ImportIssues issues)
    {
        var text = Decode(content.ToArray(), issues);
        var separator = Separator(ref text);
        var rows = new List<SourceRow>();
        var budget = new ReadingBudget();
        foreach (var (record, number) in Records(text, separator, issues))
        {
            budget.Row();
            var cells = record.Take(ImportLimits.Columns).Select(c => new SourceCell { Lines = PlainText.Lines(SafeCells.Back(c).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')) }).ToList();
            cells.ForEach(c => budget.Cell(c.Lines.Sum(l => l.Text.Length)));
            rows.Add(new SourceRow($"Row {number}", cells));
        }

        return new SourceDocument(name, [new SourceTable("", rows)]);
    }

    private static IEnumerable<(string[] Record, int Number)> Records(string text, char separator, ImportIssues? issues)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => issues?.Doubt(
                $"Row {record.RecordNumber}", "A quotation mark stands where a cell cannot have one: check the cells of this row."),
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            yield return (reader.Current.ToArray(), (int)reader.RowNumber);
        }
    }

    /// <summary>The mark that splits the first rows into most cells, the same number in each.</summary>
    private static char Separator(ref string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5)
        {
            var told = text[4];
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
            return told;
        }

        var sample = text;
        return new[] { ',', ';', '\t', '|' }.MaxBy(mark =>
        {
            var widths = Records(sample, mark, null).Take(SampleRows).Select(r => r.Record.Length).Where(w => w > 1).ToList();
            var common = widths.GroupBy(w => w).OrderByDescending(g => g.Count()).FirstOrDefault();
            return common is null ? 0 : (common.Count() * 100) + common.Key;
        });
    }

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
            throw new ImportException("The file is not text, so it is no .csv file. Save the table as .csv from Excel and try again.");
        }

        return text;
    }

    private static bool LooksWide(byte[] bytes, int zeros)
    {
        var pairs = Math.Min(bytes.Length / 2, 500);
        return pairs > 4 && Enumerable.Range(0, pairs).Count(i => bytes[(2 * i) + zeros] == 0 && bytes[(2 * i) + 1 - zeros] != 0) > pairs * 0.7;
    }

    private static string Narrow(byte[] bytes, ImportIssues issues)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            issues.Doubt("File", "The file does not say how its letters are written; they were read as Windows Western European. Check words with accents, dashes and pound signs.");
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
