using System.Globalization;
using System.Text;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>
/// Makes the small files of the invented evidence from their text in the seed files; the end of the name says of which type.
/// </summary>
internal static class EvidenceFileWriter
{
    private const string Invented = "Northshire is invented. Nothing in this file is about a real place or person.";

    /// <exception cref="SeedException">No file of that type is made here.</exception>
    public static MemoryStream Write(string name, string title, string text)
    {
        var stream = new MemoryStream();
        switch (Path.GetExtension(name))
        {
            case ".txt":
                stream.Write(Encoding.UTF8.GetBytes($"{title}\n\n{text}\n\n{Invented}\n"));
                break;
            case ".csv":
                stream.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n"));
                break;
            case ".docx":
                DocxPackage.Write(stream, title, Invented, word => Write(word, title, text));
                break;
            case ".xlsx":
                WorkbookPackage.Write(stream, title, new WorkbookSheet("Figures", sheet => Write(sheet, title, text)));
                break;
            case ".pdf":
                PdfFile.Write(stream, title, [.. Lines(text), "", Invented]);
                break;
            case ".png":
                BarPicture.Write(stream, [.. Lines(text).Select(l => int.Parse(l.Split(',')[^1], CultureInfo.InvariantCulture))]);
                break;
            default:
                throw new SeedException($"{name}: no such file is made.");
        }

        return new MemoryStream(stream.ToArray());
    }

    private static void Write(DocxText word, string title, string text)
    {
        word.Paragraph("Title", title);
        foreach (var line in Lines(text))
        {
            word.Paragraph("Normal", line);
        }
    }

    private static void Write(SheetWriter sheet, string title, string text)
    {
        var rows = Lines(text).Select(l => l.Split(',').Select(c => c.Trim()).ToList()).ToList();
        sheet.Start(rows[0].Select(_ => 28), isFrozen: true);
        sheet.Row(rows[0], SheetWriter.Header);
        foreach (var row in rows.Skip(1))
        {
            sheet.Row(row);
        }

        sheet.End(rows[0].Count, title);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
