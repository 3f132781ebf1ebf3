using System.IO.Compression;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>
/// A partnership lead brings Dumfries and Galloway a plan from a Word file: chooses it, looks at what it becomes, says who a name is, brings it in,
/// sees it as the plan, and undoes it. axe looks at every page on the way.
/// </summary>
public sealed class ImportJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(375, false)]
    public async Task Plan_FromAWordFile_IsSeenBroughtInAndUndone(int width, bool javaScript)
    {
        await using var lead = await portal.VisitAsync(width, javaScript);
        await lead.SignInAsync("lead@dumfries.example");
        await lead.GoAsync("/dumfries/plans/import");
        await lead.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "Improvement plan.docx", MimeType = "application/octet-stream", Buffer = Word() });
        if (await lead.Page.GetByLabel("A new plan").CountAsync() > 0)
        {
            await lead.ChooseAsync("A new plan", exact: true);
        }

        await lead.PressAsync("Upload file");
        Assert.True(await lead.SeesAsync("Nothing is saved yet."));
        Assert.True(await lead.SeesAsync("Children are safe wherever they live"));
        await lead.SelectAsync("What do you want to do with LSW?", "Keep it as text");

        await lead.PressAsync("Import");
        Assert.True(await lead.SeesAsync("1 new aim and 2 new projects imported."));
        await lead.GoAsync("/dumfries/plan");
        Assert.True(await lead.SeesAsync("Visit every child each week"));

        await lead.GoAsync("/dumfries/plans/import");
        await lead.PressFirstAsync("Undo");
        Assert.True(await lead.SeesAsync("The plan is as it was before."));
        await lead.GoAsync("/dumfries/plan");
        Assert.False(await lead.SeesAsync("Visit every child each week"));
    }

    private static byte[] Word()
    {
        string[][] rows =
        [
            ["Aim", "No", "Action", "Lead", "Deadline"],
            ["Children are safe wherever they live", "1.1", "Visit every child each week", "Lead Social Worker", "30 June 2027"],
            ["", "1.2", "Ask each child what helped", "LSW", "Quarterly"],
        ];
        var table = string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>"));
        const string start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", start + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Write(zip, "_rels/.rels", start + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Write(zip, "word/document.xml", start + $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>{table}</w:tbl><w:p/></w:body></w:document>");
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
