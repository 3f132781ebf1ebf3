using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>A plan as it was downloaded.</summary>
internal sealed record ExportedFile(byte[] Bytes, string Format, string Name, string ContentType)
{
    public static async Task<ExportedFile> GetAsync(HttpClient client, string slug, string format, string query = "")
    {
        using var response = await client.GetAsync(new Uri($"{await client.PlanPathAsync(slug)}/export.{format}{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new ExportedFile(
            await response.Content.ReadAsByteArrayAsync(), format, response.Content.Headers.ContentDisposition!.FileName!.Trim('"'), response.Content.Headers.ContentType!.ToString());
    }

    public ImportResult Read(ImportHints? hints = null)
    {
        using var stream = new MemoryStream(Bytes);
        return PlanReader.Read(stream, $"plan.{Format}", hints ?? ImportHints.None);
    }

    /// <summary>What the Office Open XML schemas have against it.</summary>
    public List<string> Faults()
    {
        using var stream = new MemoryStream(Bytes);
        using OpenXmlPackage package = Format == "docx" ? WordprocessingDocument.Open(stream, false) : SpreadsheetDocument.Open(stream, false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Take(20).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>One part as text.</summary>
    public string Part(string path)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(Bytes));
        using var reader = new StreamReader(archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
