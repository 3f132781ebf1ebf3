using System.Text;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Short ways to read what a test made.</summary>
internal static class Importing
{
    public static ImportResult Read(this WordFile file, ImportHints? hints = null)
    {
        using var stream = file.Save();
        return PlanReader.Read(stream, "plan.docx", hints ?? ImportHints.None);
    }

    public static ImportResult Csv(string text, ImportHints? hints = null) => Csv(Encoding.UTF8.GetBytes(text), hints);

    public static ImportResult Csv(byte[] bytes, ImportHints? hints = null)
    {
        using var stream = new MemoryStream(bytes);
        return PlanReader.Read(stream, "plan.csv", hints ?? ImportHints.None);
    }

    /// <summary>Sends a file on the page that takes it.</summary>
    public static async Task<TestPage> SendFileAsync(this HttpClient client, TestPartnership partnership, string name, byte[] content)
    {
        var start = (await client.OpenAsync($"/{partnership.Slug}/plans/import")).ShouldBeOk();
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)start.Find("form[enctype]")))
        {
            form.Add(new StringContent(value), field);
        }

        using var file = new ByteArrayContent(content);
        form.Add(file, "File", name);
        return await client.SendFormAsync($"/{partnership.Slug}/plans/import", form);
    }

    /// <summary>Sends a file and looks at what it will become.</summary>
    public static async Task<TestPage> ReadFileAsync(this HttpClient client, TestPartnership partnership, string name, byte[] content) =>
        await client.FollowAsync(await client.SendFileAsync(partnership, name, content));

    public static string Doubts(this ImportResult result) => string.Join("\n", result.Issues.Where(i => i.Severity == ImportSeverity.Doubt).Select(i => $"{i.Where}: {i.Message}"));

    public static string Mapped(this ImportResult result) => string.Join(" ", result.Columns.Select(c => c.MappedTo));

    public static string Names(this IEnumerable<ImportedLead> leads) => string.Join(" | ", leads.Select(l => l.Kind == "lead" ? l.Name : $"{l.Kind}: {l.Name}"));
}
