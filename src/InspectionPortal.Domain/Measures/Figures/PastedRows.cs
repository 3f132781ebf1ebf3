using System.Text;

namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>
/// Rows and cells as spreadsheets put them on the clipboard: a tab between cells, a line end between rows, and quotation marks around a
/// cell that
/// holds either, doubled within it.
/// </summary>
public static class PastedRows
{
    private const char Quote = '"';

    /// <summary>The cells of each row. A last line end closes the last row and opens none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Split(string? text)
    {
        var rows = new List<IReadOnlyList<string>>();
        if (string.IsNullOrEmpty(text))
        {
            return rows;
        }

        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted)
            {
                if (letter != Quote)
                {
                    cell.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == Quote)
                {
                    cell.Append(Quote);
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == Quote && cell.Length == 0 && Closes(text, i))
            {
                quoted = true;
            }
            else if (letter == '\t')
            {
                EndCell();
            }
            else if (letter is '\n' or '\r')
            {
                i += letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                EndRow();
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (cell.Length > 0 || cells.Count > 0 || !(text[^1] is '\n' or '\r'))
        {
            EndRow();
        }

        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(cells);
            cells = [];
        }
    }

    /// <summary>The text that <see cref="Split"/> takes apart into the same cells.</summary>
    public static string Join(IEnumerable<IEnumerable<string?>> rows) =>
        string.Concat(rows.Select(row => string.Join('\t', row.Select(Cell)) + "\n"));

    private static string Cell(string? text) =>
        text is null ? "" : text.AsSpan().IndexOfAny("\t\r\n\"") < 0 ? text : $"{Quote}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}{Quote}";

    /// <summary>
    /// A quotation mark opens a cell only where another one closes it before a tab, a line end or the end: inches are no quotation.
    /// </summary>
    private static bool Closes(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] != Quote)
            {
                continue;
            }

            if (i + 1 == text.Length || text[i + 1] is '\t' or '\n' or '\r')
            {
                return true;
            }

            if (text[i + 1] != Quote)
            {
                return false;
            }

            i++;
        }

        return false;
    }
}
