using System.Net;
using System.Net.Http.Headers;
using System.Text;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Measures.Figures;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures.Figures;

public sealed class UploadFiguresTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_Csv_IsPreviewedAndOnlySavedFromTheGrid()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);

        var preview = await UploadAsync(client, tenant, measure, "figures.csv", "Figures of the team\nMonth,Numerator,Denominator,Comment\nMar-19,12,26,First\nApr-19,30,26,\nSep-20,,,\n");

        preview.ShouldBeOk();
        Assert.Contains("Nothing is saved until you choose", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["Mar-19", "Apr-19", "Sep-20"], preview.Document.QuerySelectorAll("[name$='.When']").Select(e => e.GetAttribute("value")));
        Assert.Contains("more than the denominator", preview.Find("#Rows_1__Numerator-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(tenant, measure));

        var saved = await preview.SubmitAsync("form[data-figures]", ("Rows[1].Numerator", "13"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(3, await CountAsync(tenant, measure));
    }

    [Fact]
    public async Task Post_WhatIsEnteredAlready_IsLeftOutAndCounted()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);

        var preview = await UploadAsync(client, tenant, measure, "figures.csv", "Date;Value\n30/09/2020;46%\n31/03/2019;40\n");

        Assert.Contains("1 figure in the file is already entered, so it is not shown.", preview.Text, StringComparison.Ordinal);
        Assert.Single(preview.Document.QuerySelectorAll("[name$='.When']"));
    }

    [Fact]
    public async Task Post_MoreRowsThanFit_AreSaidToBeLeftOut()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var first = new DateOnly(1999, 1, 1);
        var rows = Enumerable.Range(0, 210).Select(i => $"{first.AddMonths(i):yyyy-MM-dd},{i % 100}");

        var preview = await UploadAsync(client, tenant, measure, "figures.csv", "date,value\n" + string.Join('\n', rows));

        Assert.Contains("10 more rows do not fit", preview.Text, StringComparison.Ordinal);
        Assert.Equal(200, preview.Document.QuerySelectorAll("[name$='.When']").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await preview.SubmitAsync("form[data-figures]")).Status);
        Assert.Equal(201, await CountAsync(tenant, measure));
    }

    [Theory]
    [InlineData("figures.pdf", "%PDF-1.4", "This kind of file cannot be read")]
    [InlineData("figures.docx", "PK", "This kind of file cannot be read")]
    [InlineData("figures.xlsx", "not a workbook", "file, or it is damaged. Save the figures")]
    [InlineData("figures.csv", "%PDF-1.4 hidden", "The file is a PDF, which cannot be imported. Open it")]
    [InlineData("figures.csv", "", "that is not empty")]
    [InlineData("figures.csv", "\n\n", "There are no figures in the file")]
    public async Task Post_FileThatIsNone_SaysWhatToBring(string name, string content, string says)
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);

        var answer = await UploadAsync(client, tenant, measure, name, content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, answer.Find("#File-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FileAboveTheLimit_IsRefused()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Lead);

        var answer = await UploadAsync(client, tenant, measure, "figures.csv", new string('1', (int)UploadFigures.MostBytes + 1));

        Assert.Contains("must be 2 MB or smaller", answer.Find("#File-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByWhoMayNot_IsRefused()
    {
        var (tenant, measure) = await MadeAsync();
        using var client = portal.ClientFor(tenant.Contributor);

        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(client, tenant, measure, "figures.csv", "Date,Value\n30/03/2019,4\n")).Status);
    }

    [Theory]
    [InlineData("Period\t%\nMar-19\t46", "Mar-19|46|||")]
    [InlineData("Reporting period\tDenominator\tNumerator\nMar-19\t26\t12", "Mar-19||12|26|")]
    [InlineData("Mar-19\t46\tEstimate", "Mar-19|46|||Estimate")]
    [InlineData("Mar-19\t12\t26", "Mar-19||12|26|")]
    [InlineData("Mar-19\t12\t26\t46.2", "Mar-19|46.2|12|26|")]
    [InlineData("46\n47", "|46|||;|47|||")]
    [InlineData("Mar-19\t46.1538461538\nApr-19\t-0.33333333333", "Mar-19|46.1538|||;Apr-19|-0.3333|||")]
    [InlineData("Month\tPercentage seen\n\nMar 2019\t46.2%\n\n30/04/2019\t1,046\nQ1 2019/20\t46 %\n", "Mar 2019|46.2%|||;30/04/2019|1,046|||;Q1 2019/20|46 %|||")]
    [InlineData("\tJan-19\tFeb-19\tMar-19\nValue\t1\t2\t3", "Jan-19|1|||;Feb-19|2|||;Mar-19|3|||")]
    [InlineData("", "")]
    public void Read_Columns_AreFoundByNameOrContent(string text, string cells) => Assert.Equal(
        cells,
        string.Join(';', FigureTable.Read(PastedRows.Split(text)).Select(c => $"{c.When}|{c.Value}|{c.Numerator}|{c.Denominator}|{c.Note}")));

    private static async Task<TestPage> UploadAsync(HttpClient client, TestPartnership tenant, Guid measure, string name, string text)
    {
        var path = $"/{tenant.Slug}/measures/{measure}/figures/upload";
        var token = (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        using var field = new StringContent(token);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse("application/octet-stream");
        content.Add(field, "__RequestVerificationToken");
        content.Add(file, "File", name);
        return await client.SendFormAsync(path, content);
    }

    private Task<int> CountAsync(TestPartnership tenant, Guid measure) =>
        portal.Data.InTenantAsync(tenant.Id, database => database.DataPoints.CountAsync(p => p.MeasureId == measure));

    private async Task<(TestPartnership Tenant, Guid Measure)> MadeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 11, 9));
        return (tenant, (await portal.Data.CreatePlanAsync(tenant, 1)).MeasureIds[0]);
    }
}
