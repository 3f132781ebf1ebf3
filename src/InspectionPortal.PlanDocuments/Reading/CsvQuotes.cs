using System.Text;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Finds quotation marks that open a cell and never close it, which would make the rows below part of that cell.</summary>
internal static class CsvQuotes
{
    /// <summary>The text without such marks; they are reported.</summary>
    public static string Close(string text, char separator, ImportIssues issues)
    {
        var width = Separators(text.AsSpan(0, End(text, 0)), separator);
        if (width < 2 || !text.Contains('"', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder? put = null;
        var (from, line) = (0, 1);
        for (var i = 0; i < text.Length; i++)
        {
            line += text[i] == '\n' ? 1 : 0;
            if (text[i] != '"' || (i > 0 && text[i - 1] != separator && text[i - 1] is not ('\n' or '\r')))
            {
                continue;
            }

            var (close, isSwallowing) = Closing(text, i, separator, width);
            if (isSwallowing)
            {
                put ??= new StringBuilder(text.Length);
                put.Append(text, from, i - from);
                from = i + 1;
                issues.Warn($"Row {line}", "A quotation mark opens a cell and does not close it, so it was left out. Check the cells of this row.");
            }
            else
            {
                line += text.AsSpan(i, close - i).Count('\n');
                i = close;
            }
        }

        return put is null ? text : put.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Where the cell ends that opens here, and whether whole rows stand within it.</summary>
    private static (int Close, bool IsSwallowing) Closing(string text, int open, char separator, int width)
    {
        var (start, hasRows) = (-1, false);
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    i++;
                    continue;
                }

                return (i, false);
            }

            if (text[i] == '\n' && start >= 0 && Separators(text.AsSpan(start, i - start), separator) == width)
            {
                return (i, true);
            }

            if (text[i] == '\n')
            {
                hasRows |= start >= 0 && Separators(text.AsSpan(start, i - start), separator) >= width - 1;
                start = i + 1;
            }
        }

        return (text.Length - 1, hasRows);
    }

    private static int End(string text, int from) => text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;

    private static int Separators(ReadOnlySpan<char> line, char separator) => line.Count(separator);
}
