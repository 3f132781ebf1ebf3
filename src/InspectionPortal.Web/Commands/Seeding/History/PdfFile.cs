using System.Globalization;
using System.Text;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A plain PDF: a title, and lines of text on as many A4 pages as they need.</summary>
internal static class PdfFile
{
    private const int LineLength = 88;
    private const int LinesOnPage = 46;

    public static void Write(Stream stream, string title, IReadOnlyList<string> paragraphs)
    {
        var pages = paragraphs.SelectMany(Wrap).Chunk(LinesOnPage).ToList();
        var kids = string.Join(' ', pages.Select((_, i) => Number(4 + (2 * i)) + " 0 R"));
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {Number(pages.Count)} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        };
        foreach (var (lines, i) in pages.Select((p, i) => (p, i)))
        {
            var text = Text(i == 0 ? title : "", lines);
            objects.Add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                + $"/Contents {Number(5 + (2 * i))} 0 R >>");
            objects.Add($"<< /Length {Number(text.Length)} >>\nstream\n{text}\nendstream");
        }

        Write(stream, objects);
    }

    private static void Write(Stream stream, List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (content, i) in objects.Select((o, i) => (o, i)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => file.Append(CultureInfo.InvariantCulture, $"{o:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        stream.Write(Encoding.Latin1.GetBytes(file.ToString()));
    }

    private static string Text(string title, IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT\n/F1 15 Tf\n50 780 Td\n");
        text.Append(CultureInfo.InvariantCulture, $"({Escape(title)}) Tj\n/F1 10.5 Tf\n0 -26 Td\n15 TL\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"({Escape(line)}) Tj T*\n");
        }

        return text.Append("ET").ToString();
    }

    private static IEnumerable<string> Wrap(string paragraph)
    {
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length + word.Length > LineLength)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        yield return line.ToString();
    }

    private static string Escape(string text) => text.Replace('’', '\'').Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
