using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>A report as files: everything its page says, and nothing that leads back to the portal or runs.</summary>
public sealed class ReportFileTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task GetHtml_Report_OpensWithoutThePortal()
    {
        var steps = await MakeAsync();
        var client = steps.As(steps.Partnership.Reader);
        using var response = await client.GetAsync(new Uri($"{steps.Report}/report.html", UriKind.Relative));
        var file = (await client.GetPageAsync($"{steps.Report}/report.html")).ShouldBeOk();

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith(".html", response.Content.Headers.ContentDisposition.FileName, StringComparison.Ordinal);
        Assert.Empty(file.Document.QuerySelectorAll("script, link, img, form, iframe, button"));
        Assert.Empty(file.Document.QuerySelectorAll("a").Where(a => !a.GetAttribute("href")!.StartsWith('#')));
        Assert.Empty(file.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)
            .Where(h => file.Document.QuerySelector(h) is null));
        var style = file.Find("head style").TextContent;
        Assert.Contains(".govuk-template", style, StringComparison.Ordinal);
        Assert.Contains(".p-decisions", style, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.Contains("@page { @top-left", style, StringComparison.Ordinal);
        Assert.Contains("July to September 2020", style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetHtml_Report_SaysWhatThePageSays()
    {
        var steps = await MakeAsync();
        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        var file = (await steps.As(steps.Partnership.Reader).GetPageAsync($"{steps.Report}/report.html")).ShouldBeOk();

        foreach (var part in new[] { "#not-received", "#summary", "#decisions", "#exceptions", "#movement", "#figures", "#evidence", "#coverage", "#full-table", "#key" })
        {
            Assert.NotEmpty(Text(page, part));
            Assert.Equal(Text(page, part), Text(file, part));
        }
    }

    [Fact]
    public async Task GetDocx_Report_IsAValidFileWithEverySentenceOfThePage()
    {
        var steps = await MakeAsync();
        var client = steps.As(steps.Partnership.Reader);
        var page = (await client.GetPageAsync(steps.Report)).ShouldBeOk();
        var bytes = await client.GetByteArrayAsync(new Uri($"{steps.Report}/report.docx", UriKind.Relative));

        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
            .Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        foreach (var sentence in new[] { page.Find(
            "#not-received + p").TextContent, page.Find("#coverage + p").TextContent, "Our summary", "Agree a new date", "Agreed" })
        {
            Assert.Contains(sentence, text, StringComparison.Ordinal);
        }

        Assert.All(page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent).Where(h => h != "Done"), heading =>
            Assert.Contains(heading, text, StringComparison.Ordinal));
        Assert.Contains($"Update {steps.Partnership.Canary}", text, StringComparison.Ordinal);
        Assert.Contains("July to September 2020", document.MainDocumentPart.FooterParts.Single()
            .Footer!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByScrutinyBody_HasTheEditionAndNothingElse()
    {
        var steps = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);
        var client = steps.As(officer.Person);

        var file = (await client.GetPageAsync($"{steps.Report}/report.html")).ShouldBeOk();
        var bytes = await client.GetByteArrayAsync(new Uri($"{steps.Report}/report.docx", UriKind.Relative));
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(await archive.GetEntry("word/document.xml")!.OpenAsync(), Encoding.UTF8);
        var word = await reader.ReadToEndAsync();

        Assert.All(new[] { "SecretHelp", "Agree a new date", "SecretAnswer", "Decisions sought", steps.Partnership.Chief.Email }, secret =>
            Assert.DoesNotContain(secret, file.Html + word, StringComparison.Ordinal));
        Assert.Contains($"Update {steps.Partnership.Canary}", word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoReportOrNoMember_Is404()
    {
        var (steps, other) = (await QuarterSteps.MakeAsync(portal), await MakeAsync());
        var officer = await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, GrantScope.LivePlan);
        foreach (var file in new[] { "report.html", "report.docx" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/{file}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await steps.As(officer.Person).GetPageAsync($"{steps.Report}/{file}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await steps.As(steps.Partnership.Lead).GetPageAsync($"{other.Report}/{file}")).Status);
        }
    }

    [Fact]
    public async Task Get_Page_HasPartnershipAndPeriodOnEachPageOfPaper()
    {
        var steps = await MakeAsync();

        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();

        var style = page.Find("head style");
        Assert.NotNull(style.GetAttribute("nonce"));
        Assert.Contains("July to September 2020", style.TextContent, StringComparison.Ordinal);
        Assert.Contains("choose “Save as PDF” as the printer", page.Text, StringComparison.Ordinal);
    }

    private async Task<QuarterSteps> MakeAsync()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        var (here, plan) = (steps.Partnership, steps.Plan);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0], u => u.HelpNeeded = "SecretHelp");
        await portal.Data.SlipAsync(here, plan.ProjectIds[0], "31 December 2020", "Coronavirus </style>");
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Audit", released: true);
        await steps.CloseAsync();
        await steps.PrepareAsync(("Summary", "Our summary"), ("Decisions[0].Text", "Agree a new date"));
        await steps.SubmitAsync();
        var check = await steps.As(here.Chief).GetPageAsync($"{steps.Report}/approve");
        await check.SubmitAsync("form[action$='/approve']", ("Answers[0].Answer", "Agreed"), ("Answers[0].Comment", "SecretAnswer"));
        return steps;
    }

    private static string Text(TestPage page, string part) =>
        string.Join(' ', (page.Document.QuerySelector(part)?.ParentElement?.TextContent ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
