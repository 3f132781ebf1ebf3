using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using InspectionPortal.Testing;
using InspectionPortal.Testing.Clamd;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>Fills in the form to add evidence as a browser would: the token first, the file last.</summary>
internal sealed class EvidenceForms(HttpClient client)
{
    public const string Form = "form[enctype]";

    /// <summary>Opens the form, fills it in and sends it. Fields given replace those of the form.</summary>
    public async Task<TestPage> SendAsync(string path, HttpContent? file, string? fileName, params (string Name, string Value)[] fields)
    {
        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        using var content = Content(page, file, fileName, fields);
        return await client.SendFormAsync(((IHtmlFormElement)page.Find(Form)).GetAttribute("action")!, content);
    }

    /// <summary>Adds a file for the first thing that the form offers to prove.</summary>
    public Task<TestPage> AddFileAsync(string slug, Guid project, byte[] bytes, string fileName, string title = "A title") =>
        SendAsync($"/{slug}/evidence/new", new ByteArrayContent(bytes), fileName, Fields(project, title));

    public static (string Name, string Value)[] Fields(Guid project, string title = "A title") =>
        [("Title", title), ("Kind", "Audit"), ("Classification", "Official"), ("ProjectIds", project.ToString())];

    public static MultipartFormDataContent Content(TestPage page, HttpContent? file, string? fileName, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent();
        var form = (IHtmlFormElement)page.Find(Form);
        foreach (var (name, value) in TestPage.FieldsOf(form).Where(f => fields.All(o => o.Name != f.Key)).Select(f => (f.Key, f.Value)).Concat(fields))
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        if (file is not null)
        {
            // Written by hand: what a hostile client sends is not what a helper would make of the name.
            file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"File\"" };
            file.Headers.ContentDisposition.Parameters.Add(new NameValueHeaderValue("filename*", "UTF-8''" + Uri.EscapeDataString(fileName ?? string.Empty)));
            content.Add(file);
        }

        return content;
    }

    /// <summary>A small file whose content is what its name says.</summary>
    public static byte[] Sample(string kind) => kind switch
    {
        "pdf" => "%PDF-1.7\n%âãÏÓ"u8.ToArray(),
        "png" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D],
        "jpg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46],
        "csv" => Encoding.UTF8.GetBytes("Quarter,Children\nJuly to September,52\nSumme für März,1"),
        "csv-1252" => [.. "Caf"u8, 0xE9, .. ",1\n"u8],
        "txt" => "Views of children"u8.ToArray(),
        "docx" => Zip("[Content_Types].xml", "word/document.xml"),
        "xlsx" => Zip("[Content_Types].xml", "xl/workbook.xml"),
        "docm" => Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "zip" => Zip("readme.txt"),
        "odt" => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
        "pptx" => Zip("[Content_Types].xml", "ppt/presentation.xml"),
        "eml" => "From: lead@example.org\r\nSubject: Views\r\n\r\nWhat families said\r\n"u8.ToArray(),
        "mp3" => [.. "ID3"u8, 4, 0, 0],
        "mp4" => [0, 0, 0, 0x18, .. "ftypmp42"u8, 0, 0, 0, 0],
        "wav" => [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8],
        "gif" => "GIF89a"u8.ToArray(),
        "rtf" => "{\\rtf1 Views}"u8.ToArray(),
        "doc" => Compound("WordDocument"),
        "doc-macros" => Compound("WordDocument", "Macros"),
        "msg" => Compound("__properties_version1.0"),
        "docx-password" => Compound("EncryptedPackage"),
        "html" => "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(),
        "svg" => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
        "eicar" => ClamdTestServer.Eicar,
        "eicar-zip" => Zip(("eicar.com", Encoding.ASCII.GetString(ClamdTestServer.Eicar))),
        "eicar-docx" => Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"), ("word/media/a.bin", Encoding.ASCII.GetString(ClamdTestServer.Eicar))),
        "exe" => [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0],
        "binary" => [0x50, 0, 0x51, 0],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A package whose content types name macros though no part is called after them.</summary>
    public static byte[] MacroTypes() => Zip(
        ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"), ("word/document.xml", "x"));

    /// <summary>A compound file of one directory sector and one table sector, with these names in it.</summary>
    private static byte[] Compound(params string[] names)
    {
        var bytes = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(30), (ushort)9);
        BitConverter.TryWriteBytes(bytes.AsSpan(48), 0u);
        BitConverter.TryWriteBytes(bytes.AsSpan(76), 1u);
        BitConverter.TryWriteBytes(bytes.AsSpan(1024), 0xFFFFFFFEu);
        for (var i = 0; i < names.Length; i++)
        {
            var entry = bytes.AsSpan(512 + (i * 128), 128);
            Encoding.Unicode.GetBytes(names[i], entry);
            BitConverter.TryWriteBytes(entry[64..], (ushort)((names[i].Length + 1) * 2));
        }

        return bytes;
    }

    private static byte[] Zip(params string[] names) => Zip([.. names.Select(n => (n, "<x/>"))]);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>A file of any length that is never in memory: a PDF's first bytes, then spaces.</summary>
internal sealed class LongFile(long length) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
    {
        var piece = new byte[16 * 1024];
        Array.Fill(piece, (byte)' ');
        "%PDF-1.7\n"u8.CopyTo(piece);
        for (var left = length; left > 0; left -= piece.Length)
        {
            await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
            piece[0] = (byte)' ';
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
