using System.IO.Compression;
using System.Text;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Files that are not what they claim, or mean harm: one clear sentence each, and nothing else.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("plan.docx", "", "empty")]
    [InlineData("plan.docx", "just some words", "not a real .docx file")]
    [InlineData("plan.pdf", "%PDF-1.7 and so on", "PDF")]
    [InlineData("plan.csv", "%PDF-1.7 and so on", "PDF")]
    [InlineData("plan.docx", "PK\u0003\u0004 and then rubbish", "damaged")]
    [InlineData("plan.odt", "words", "kind of file")]
    [InlineData("plan.csv", "<html><body>table</body></html>", "web page")]
    public void Read_WrongKind_SaysSo(string name, string content, string says) => Refused(Encoding.Latin1.GetBytes(content), name, says);

    [Fact]
    public void Read_Encrypted_AsksForThePasswordToBeRemoved()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Refused(bytes, "plan.docx", "password");
    }

    [Fact]
    public void Read_ZipBomb_IsNotOpened() => Refused(
        Package(("word/document.xml", new string(' ', 60_000_000))), "plan.docx", "much more than its size suggests");

    [Fact]
    public void Read_DocumentTypeWithEntities_IsRefused() => Refused(
        Package(("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")),
        "plan.docx",
        "damaged");

    [Fact]
    public void Read_VeryDeepNesting_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5000));
        Refused(Package(("word/document.xml", $"<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl></w:body></w:document>")), "plan.docx", "much more");
    }

    [Fact]
    public void Read_DocumentCutShort_IsDamaged()
    {
        using var whole = new WordFile().Table(["Action", "Lead", "Deadline"], ["Write it", "MD", "May 2025"]).Save();
        Refused(whole.ToArray()[..(int)(whole.Length / 2)], "plan.docx", "damaged");
    }

    [Fact]
    public void Read_WordNamedExcel_SaysWhatItIs()
    {
        using var whole = new WordFile().Table(["Action", "Lead", "Deadline"], ["Write it", "MD", "May 2025"]).Save();
        Refused(whole.ToArray(), "plan.xlsx", "is a Word document");
    }

    [Fact]
    public void Read_Macros_AreLeftOutAndSaid()
    {
        var table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Action</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Lead</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Write it</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>MD</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        using var stream = new MemoryStream(Package(("word/document.xml", $"<w:document xmlns:w=\"w\"><w:body>{table}</w:body></w:document>"), ("word/vbaProject.bin", "macro")));

        var result = PlanReader.Read(stream, "plan.docx", ImportHints.None);

        Assert.Contains(result.Issues, i => i.Message.Contains("macros", StringComparison.Ordinal));
        Assert.Equal("Write it", result.Plan.Projects.Single().Title);
    }

    [Fact]
    public void Read_TooManyRows_IsRefused() => Refused(
        Encoding.UTF8.GetBytes("Action,Lead,Deadline\n" + string.Concat(Enumerable.Repeat("Do it,MD,May 2025\n", 20_001))), "plan.csv", "20,000 rows and");

    [Fact]
    public void Read_FiveThousandRows_Pass()
    {
        var rows = string.Concat(Enumerable.Range(1, 5000).Select(i => $"{i},Do the thing numbered {i},MD,May 2025\n"));
        Assert.Equal(5000, Importing.Csv("No,Action,Lead,Deadline\n" + rows).Plan.Projects.Count());
    }

    private static void Refused(byte[] bytes, string name, string says)
    {
        using var stream = new MemoryStream(bytes);
        var refusal = Assert.Throws<ImportException>(() => PlanReader.Read(stream, name, ImportHints.None));
        Assert.Contains(says, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static byte[] Package(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Concat([
                ("_rels/.rels", "<Relationships xmlns=\"r\"><Relationship Id=\"1\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
                ("[Content_Types].xml", "<Types xmlns=\"t\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")]))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
