using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures.Figures;

/// <summary>Workbooks as Excel saves them: a merged title, dates that are numbers, percentages that are fractions, formulas with the value they had.</summary>
public sealed class UploadWorkbookTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    // 1 month and year, 2 day, 3 whole per cent, 4 per cent with one decimal, 5 thousands.
    private const string Styles =
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="6"><xf/><xf numFmtId="17" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    [Fact]
    public async Task Post_TitleDatesAndPercentFormulas_AreReadAsShown()
    {
        var preview = await PreviewAsync(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Initial health assessments, Aberdeen</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Month</t></is></c><c r="B3" t="inlineStr"><is><t>Numerator</t></is></c><c r="C3" t="inlineStr"><is><t>Denominator</t></is></c><c r="D3" t="inlineStr"><is><t>%</t></is></c></row>
            <row r="4"><c r="A4" s="1"><v>43525</v></c><c r="B4"><v>12</v></c><c r="C4"><v>26</v></c><c r="D4" s="4"><f>B4/C4</f><v>0.46153846153846156</v></c></row>
            <row r="5"><c r="A5" s="1"><v>43556</v></c><c r="B5"><v>7</v></c><c r="C5"><v>20</v></c><c r="D5" s="4"><f>B5/C5</f><v>0.35</v></c></row>
            <row r="7"><c r="A7" s="1"><v>43586</v></c><c r="B7"><v>9</v></c><c r="C7"><v>18</v></c><c r="D7" s="4"><f>B7/C7</f><v>0.5</v></c></row>
            """,
            """<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>""");

        Assert.Equal("", string.Join('|', preview.Document.QuerySelectorAll(".govuk-error-message").Select(e => e.TextContent)));
        Assert.Equal(["12", "7", "9"], Cells(preview, "Numerator"));
        Assert.Equal(["26", "20", "18"], Cells(preview, "Denominator"));
        Assert.Equal(["46.15%", "35%", "50%"], Cells(preview, "Value"));
        Assert.Equal(HttpStatusCode.Redirect, (await preview.SubmitAsync("form[data-figures]")).Status);
    }

    [Fact]
    public async Task Post_MonthsAsNumbers_AreTheirLastDays()
    {
        var preview = await PreviewAsync(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Month</t></is></c><c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>
            <row r="2"><c r="A2" s="1"><v>43525</v></c><c r="B2" s="3"><v>0.46</v></c></row>
            <row r="3"><c r="A3" s="2"><v>43585</v></c><c r="B3" s="3"><v>0.5</v></c></row>
            <row r="4"><c r="A4" s="2"><v>43616</v></c><c r="B4" t="e"><v>#DIV/0!</v></c></row>
            """);

        Assert.Equal(["46%", "50%", ""], Cells(preview, "Value"));
        Assert.Equal(HttpStatusCode.Redirect, (await preview.SubmitAsync("form[data-figures]", ("Rows[2].Value", "51"))).Status);
        Assert.Equal([new(2019, 3, 31), new(2019, 4, 30), new(2019, 5, 31), new(2020, 9, 30)], await DaysAsync());
    }

    [Fact]
    public async Task Post_MonthsAcrossTheTop_AreTurned()
    {
        var months = new[] { 43525, 43556, 43586, 43617 };
        var dates = string.Concat(months.Select((m, i) => $"""<c r="{(char)('B' + i)}1" s="1"><v>{m}</v></c>"""));
        var values = string.Concat(months.Select((_, i) => $"""<c r="{(char)('B' + i)}2" s="3"><v>0.{40 + i}</v></c>"""));
        var preview = await PreviewAsync(
            $"""<row r="1">{dates}</row><row r="2"><c r="A2" t="inlineStr"><is><t>Seen within 4 weeks</t></is></c>{values}</row>""");

        Assert.Empty(preview.Document.QuerySelectorAll(".govuk-error-message"));
        Assert.Equal(["40%", "41%", "42%", "43%"], Cells(preview, "Value"));
    }

    private TestPartnership _tenant = null!;
    private Guid _measure;

    private static string[] Cells(TestPage page, string cell) =>
        [.. page.Document.QuerySelectorAll($"[name$='.{cell}']").Select(e => e.GetAttribute("value") ?? "")];

    private async Task<TestPage> PreviewAsync(string rows, string after = "")
    {
        _tenant = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 11, 9));
        _measure = (await portal.Data.CreatePlanAsync(_tenant, 1)).MeasureIds[0];
        var client = portal.ClientFor(_tenant.Lead);
        var token = (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Workbook(rows, after));
        using var field = new StringContent(token);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        content.Add(field, "__RequestVerificationToken");
        content.Add(file, "File", "figures.xlsx");
        return (await client.SendFormAsync($"/{_tenant.Slug}/measures/{_measure}/figures/upload", content)).ShouldBeOk();
    }

    private Task<List<DateOnly>> DaysAsync() => portal.Data.InTenantAsync(
        _tenant.Id, database => database.DataPoints.Where(p => p.MeasureId == _measure && p.Date != null).Select(p => p.Date!.Value).OrderBy(d => d).ToListAsync());

    private static byte[] Workbook(string rows, string after)
    {
        const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string path, string xml)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path).Open(), new UTF8Encoding(false));
                writer.Write(xml);
            }

            Part("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Part("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", $"""<workbook xmlns="{Sheets}" xmlns:r="{Office}"><sheets><sheet name="Figures" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
            Part("xl/styles.xml", Styles);
            Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Sheets}"><sheetData>{rows}</sheetData>{after}</worksheet>""");
        }

        return stream.ToArray();
    }
}
