using System.IO.Compression;
using System.Text;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Files made to keep a reader busy: each grows with a number, so that a test can double it.</summary>
internal static class HeavyFiles
{
    private const string Header = "Action,Lead,Deadline,Recommendation,Financial,Measures\n";

    public static byte[] Of(string kind, int size) => kind switch
    {
        "attributes.docx" => Word($"<w:p {Repeat(size, i => $"a{i}=\"1\" ")}/>"),
        "runs.docx" => Word(Table + $"<w:p>{Repeat(size, _ => "<w:r><w:t>a</w:t><w:br/></w:r>")}</w:p>"),
        "wide-rows.docx" => Word($"<w:tbl>{Repeat(3, _ => $"<w:tr>{Repeat(size, _ => "<w:tc><w:p/></w:tc>")}</w:tr>")}</w:tbl>"),
        "headings.docx" => Word(Headings(size)),
        "merged-down.xlsx" => Excel(
            Repeat(size, i => $"<row r=\"{i + 2}\"><c r=\"A{i + 2}\" t=\"inlineStr\"><is><t>Do it</t></is></c></row>"), $"<mergeCell ref=\"B1:B{size + 1}\"/>"),
        "sparse.xlsx" => Excel("<row r=\"2000000000\"><c r=\"A2000000000\" t=\"inlineStr\"><is><t>Do it</t></is></c></row>", Repeat(size, _ => "<mergeCell ref=\"A2:A2000000000\"/>")),
        "numbers.csv" => Csv($"Do it,MD,May 2025,{Repeat(size, _ => "1 and ")}x,,"),
        "names.csv" => Csv($"Do it,{Repeat(size, i => $"Head of Team{i} and ")},May 2025,,,"),
        "slashes.csv" => Csv($"Do it,{Repeat(size, _ => "x and y, (a) / ")},May 2025,,,"),
        "dashes.csv" => Csv($"Do it,MD,May 2025,,\"{Repeat(size, _ => "a - b: c – ")})\","),
        "brackets.csv" => Csv($"Do it,MD,May 2025,,\"{Repeat(size, _ => "(a) - B ")})\","),
        "cut-off.csv" => Csv($"\"{Repeat(size, _ => "a of\n")}\",\"{Repeat(size, _ => "of\n")}\",May 2025,\"{Repeat(size, _ => "a of\n")}\",\"{Repeat(size, _ => "a of\n")}\",\"{Repeat(size, _ => "a of\n")}\""),
        "going-on.csv" => Csv($"Do it,MD,May 2025,,,begin and\n{Repeat(size, _ => ",,,,,word of words and\n")}"),
        "sentences.csv" => Csv($"Do it,MD,May 2025,,,{Repeat(size, _ => "Abc. ")}"),
        "deadline.csv" => Csv($"Do it,MD,{Repeat(size, _ => "by 1 May 2025 and ")},,,"),
        "aims.csv" => Encoding.UTF8.GetBytes("Aim,Action,Lead,Deadline\n" + Repeat(size, i => $"Aim {i},Do thing {i},MD,May 2025\n")),
        "rows.csv" => Csv(Repeat(size, i => $"Do thing {i},MD,May 2025,,,\n")),
        "one-line.csv" => Encoding.UTF8.GetBytes("Action,Lead,Deadline\n" + Repeat(size, _ => "a,")),
        "open-quote.csv" => Csv("\"" + Repeat(size, _ => "a,b\n")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static byte[] Csv(string rows) => Encoding.UTF8.GetBytes(Header + rows + "\n");

    public static byte[] Word(string body) => Package(
        "word/document.xml",
        "wordprocessingml.document",
        ("word/document.xml", $"<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"));

    public static byte[] Excel(string rows, string merges = "", string shared = "") => Package(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        ("xl/workbook.xml", "<workbook xmlns=\"s\" xmlns:r=\"r\"><sheets><sheet name=\"Plan\" r:id=\"a\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"r\"><Relationship Id=\"a\" Type=\"http://x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"http://x/sharedStrings\" Target=\"ss.xml\"/></Relationships>"),
        ("xl/ss.xml", $"<sst xmlns=\"s\">{shared}</sst>"),
        ("xl/s.xml", $"<worksheet xmlns=\"s\"><sheetData><row r=\"1\">{ExcelHeader}</row>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"));

    public static string Repeat(int count, Func<int, string> make)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(make(i));
        }

        return text.ToString();
    }

    private static string ExcelHeader { get; } = string.Concat(
        new[] { "Action", "Lead", "Deadline" }.Select((h, i) => $"<c r=\"{(char)('A' + i)}1\" t=\"inlineStr\"><is><t>{h}</t></is></c>"));

    private static string Table { get; } = $"<w:tbl>{Row("Action", "Lead", "Deadline")}{Row("Do it", "MD", "May 2025")}</w:tbl>";

    /// <summary>Every row over the plan's looks unlike the one before it, so that each could stand under it.</summary>
    private static string Headings(int size) =>
        $"<w:tbl>{Row("Action", "Lead", "Deadline")}{Repeat(size, i => $"<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/><w:shd w:fill=\"{i:X6}\"/></w:tcPr><w:p><w:r><w:t>Heading {i}</w:t></w:r></w:p></w:tc></w:tr>")}{Row("Do it", "MD", "May 2025")}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>";

    private static byte[] Package(string main, string type, params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Concat([
                ("_rels/.rels", $"<Relationships xmlns=\"r\"><Relationship Id=\"1\" Type=\"http://x/officeDocument\" Target=\"{main}\"/></Relationships>"),
                ("[Content_Types].xml", $"<Types xmlns=\"t\"><Override PartName=\"/{main}\" ContentType=\"application/vnd.openxmlformats-officedocument.{type}.main+xml\"/></Types>")]))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
