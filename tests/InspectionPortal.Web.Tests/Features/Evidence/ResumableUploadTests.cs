using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Features.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>Files that come piece by piece, and what waits for its form.</summary>
public sealed class ResumableUploadTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Upload_CutInTheMiddle_GoesOnWhereItStopped_AndBecomesEvidence()
    {
        var (partnership, plan) = await MadeAsync();
        var sender = await SenderAsync(partnership, partnership.Lead);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i} children\n")));
        var place = await sender.StartAsync("views.txt", bytes.Length);
        Assert.Equal(0, await sender.OffsetAsync(place));
        Assert.Equal(HttpStatusCode.NoContent, (await sender.AppendAsync(place, 0, bytes[..100_000])).Status);

        // The answer was lost: the sender asks how far it came. A piece from elsewhere is refused.
        Assert.Equal(HttpStatusCode.Conflict, (await sender.AppendAsync(place, 0, bytes[..100_000])).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await sender.AppendAsync(place, 100_001, bytes[100_001..])).Status);
        Assert.Equal(100_000, await sender.OffsetAsync(place));
        Assert.Equal((HttpStatusCode.NoContent, bytes.Length.ToString(CultureInfo.InvariantCulture)), await sender.AppendAsync(place, 100_000, bytes[100_000..]));
        Assert.Equal(bytes.Length, await sender.OffsetAsync(place));

        var sent = await new EvidenceForms(sender.Client).SendAsync(
            $"/{partnership.Slug}/evidence/new", null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0]), ("UploadIds", place.Split('/')[^1])]);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var version = await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceVersions.AsNoTracking().SingleAsync());
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.LongLength, "views.txt"), (version.Sha256, version.Size, version.FileName));
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, d => d.StagedFiles.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await sender.AppendAsync(place, 0, bytes)).Status);
    }

    [Fact]
    public async Task Upload_MoreThanWasSaid_IsCutThere()
    {
        var (partnership, _) = await MadeAsync();
        var sender = await SenderAsync(partnership, partnership.Lead);
        var place = await sender.StartAsync("views.txt", 10);

        await sender.AppendAsync(place, 0, "0123456789 and more"u8.ToArray());

        var staged = await portal.Data.InTenantAsync(partnership.Id, d => d.StagedFiles.AsNoTracking().SingleAsync());
        Assert.Equal((10, Convert.ToHexStringLower(SHA256.HashData("0123456789"u8))), (staged.Size, staged.Sha256));
    }

    [Fact]
    public async Task Upload_NotWhatItsNameSays_IsRefusedAtTheEnd_AndGone()
    {
        var (partnership, _) = await MadeAsync();
        var sender = await SenderAsync(partnership, partnership.Lead);
        var (bytes, before) = (EvidenceForms.Sample("exe"), Incoming());
        var place = await sender.StartAsync("report.pdf", bytes.Length);

        var (status, message) = await sender.AppendAsync(place, 0, bytes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("not a real .pdf file", message, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, d => d.StagedFiles.CountAsync()));
        Assert.Equal(before, Incoming());
    }

    [Theory]
    [InlineData("page.html", 10, "The file must be")]
    [InlineData("empty.txt", 0, "empty")]
    [InlineData("film.mp4", 1025L * 1024 * 1024, "1 GB or smaller")]
    [InlineData("film.mp4", 2048L * 1024 * 1024, "1 GB or smaller")]
    public async Task Start_WhatIsNotTaken_IsRefusedBeforeAnythingIsSent(string name, long length, string words)
    {
        var (partnership, _) = await MadeAsync();
        var sender = await SenderAsync(partnership, partnership.Lead);

        using var response = await sender.SendStartAsync(name, length);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAnother_IsNotThere_AndReadersMayNot()
    {
        var (partnership, plan) = await MadeAsync();
        var lead = await SenderAsync(partnership, partnership.Lead);
        var place = await lead.StartAsync("a.txt", 5);
        await lead.AppendAsync(place, 0, "hello"u8.ToArray());
        var other = await SenderAsync(partnership, partnership.Contributor);

        Assert.Equal(HttpStatusCode.NotFound, (await other.AppendAsync(place, 0, "x"u8.ToArray())).Status);
        var taken = await new EvidenceForms(other.Client).SendAsync(
            $"/{partnership.Slug}/evidence/new", null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0]), ("UploadIds", place.Split('/')[^1])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("no longer here", Assert.Single(taken.Errors), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Head, place);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        using var reader = await portal.ClientFor(partnership.Reader).SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
    }

    [Fact]
    public async Task Start_WithoutTheProtocolOrAToken_IsRefused()
    {
        var (partnership, _) = await MadeAsync();
        var sender = await SenderAsync(partnership, partnership.Lead);
        using var plain = await sender.Client.PostAsync(new Uri($"/{partnership.Slug}/evidence/uploads", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.NotFound, plain.StatusCode);
        sender.Client.DefaultRequestHeaders.Remove("RequestVerificationToken");
        using var without = await sender.SendStartAsync("a.txt", 1);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task Post_SeveralFiles_EachBecomesEvidence()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var page = await client.GetPageAsync($"/{partnership.Slug}/evidence/new");
        using var content = EvidenceForms.Content(page, new ByteArrayContent(EvidenceForms.Sample("txt")), "a.txt", EvidenceForms.Fields(plan.ProjectIds[0], "Survey"));
        content.Add(new ByteArrayContent(EvidenceForms.Sample("pdf")), "File", "b.pdf");

        var sent = await client.SendFormAsync($"/{partnership.Slug}/evidence/new", content);

        Assert.Equal(($"/{partnership.Slug}/evidence", HttpStatusCode.Redirect), (sent.Location, sent.Status));
        Assert.Contains("2 pieces of evidence added", (await client.FollowAsync(sent)).Text, StringComparison.Ordinal);
        var titles = await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceItems.Select(i => i.Title).Order().ToListAsync());
        Assert.Equal(["Survey: a.txt", "Survey: b.pdf"], titles);
    }

    [Fact]
    public async Task Post_FormWithAMistake_KeepsItsFiles()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var (forms, before) = (new EvidenceForms(client), Incoming());

        var again = await forms.AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "a.txt", string.Empty);

        Assert.Equal(["Enter a title"], again.Errors);
        Assert.Contains("a.txt", again.Find("[data-upload-list]").TextContent, StringComparison.Ordinal);
        using var content = EvidenceForms.Content(again, null, null, ("Title", "Now with a title"));
        var sent = await client.SendFormAsync($"/{partnership.Slug}/evidence/new", content);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("a.txt", (await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceVersions.SingleAsync())).FileName);
        Assert.Equal(before, Incoming());
    }

    [Theory]
    [InlineData("txt", "Ann Smith, born 3/4/2012, CHI 0304129992 and 943 476 5919")]
    [InlineData("csv", "Name,DOB\nSmith,Ann,03/04/2012\n")]
    public async Task Post_Telltales_AreAskedAboutBeforeTheFileIsKept(string ending, string text)
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);

        var asked = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], Encoding.UTF8.GetBytes(text), $"a.{ending}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Records of children do not belong here", Assert.Single(asked.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("0304129992", asked.Html, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceVersions.CountAsync()));
        using var content = EvidenceForms.Content(asked, null, null, ("IsChecked", "true"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.SendFormAsync($"/{partnership.Slug}/evidence/new", content)).Status);
    }

    [Fact]
    public async Task Sweep_RemovesOrphansAndWhatWaitedADay_AndNothingElse()
    {
        var (partnership, plan) = await MadeAsync();
        var sender = await SenderAsync(partnership, partnership.Lead);
        var kept = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Kept", released: false);
        var before = Incoming();
        var place = await sender.StartAsync("old.txt", 5);
        await sender.AppendAsync(place, 0, "he"u8.ToArray());
        var folder = Path.Combine(portal.DataDirectory, "evidence", $"{partnership.Id}");
        var (orphan, young) = (Path.Combine(folder, FileNames.New()), Path.Combine(folder, FileNames.New()));
        await File.WriteAllTextAsync(orphan, "left by a crash");
        await File.WriteAllTextAsync(young, "being added");
        Directory.GetFiles(folder).Where(f => f != young).ToList().ForEach(f => File.SetLastWriteTimeUtc(f, DateTime.UtcNow.AddDays(-2)));
        await portal.Data.InTenantAsync(partnership.Id, async d =>
        {
            (await d.StagedFiles.SingleAsync()).StartedAt = DateTimeOffset.UtcNow.AddDays(-2);
            return true;
        });

        await using var scope = portal.Host.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SweepEvidenceJob>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);

        Assert.False(File.Exists(orphan));
        Assert.True(File.Exists(young));
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, d => d.StagedFiles.CountAsync()));
        Assert.Equal(before, Incoming());
        Assert.Equal("Kept", (await sender.Client.GetPageAsync($"/{partnership.Slug}/evidence/{kept.ItemId}/versions/1/file")).Html);
    }

    private async Task<Sender> SenderAsync(TestPartnership partnership, TestPerson person)
    {
        var client = portal.ClientFor(person);
        var form = await client.GetPageAsync($"/{partnership.Slug}/evidence/new");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", form.Find($"{EvidenceForms.Form} input[name=__RequestVerificationToken]").GetAttribute("value")!);
        return new Sender(client, partnership.Slug);
    }

    private string[] Incoming()
    {
        var folder = Directory.CreateDirectory(Path.Combine(portal.DataDirectory, "evidence", "incoming"));
        return [.. folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    /// <summary>Speaks tus, as the script of the page does.</summary>
    private sealed class Sender(HttpClient client, string slug)
    {
        public HttpClient Client => client;

        public async Task<HttpResponseMessage> SendStartAsync(string name, long length)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/{slug}/evidence/uploads");
            request.Headers.Add("Tus-Resumable", "1.0.0");
            request.Headers.Add("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}");
            return await client.SendAsync(request);
        }

        public async Task<string> StartAsync(string name, long length)
        {
            using var response = await SendStartAsync(name, length);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            return response.Headers.Location!.ToString();
        }

        public async Task<long> OffsetAsync(string place)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, place);
            request.Headers.Add("Tus-Resumable", "1.0.0");
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return long.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
        }

        public async Task<(HttpStatusCode Status, string Said)> AppendAsync(string place, long offset, byte[] piece)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, place) { Content = new ByteArrayContent(piece) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
            request.Headers.Add("Tus-Resumable", "1.0.0");
            request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            using var response = await client.SendAsync(request);
            var said = response.StatusCode switch
            {
                HttpStatusCode.NoContent => response.Headers.GetValues("Upload-Offset").Single(),
                HttpStatusCode.UnprocessableEntity => (await response.Content.ReadFromJsonAsync<Dictionary<string, string>>())!["message"],
                _ => string.Empty,
            };
            return (response.StatusCode, said);
        }
    }
}
