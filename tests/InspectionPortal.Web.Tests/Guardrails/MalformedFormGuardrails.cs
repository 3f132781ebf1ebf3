using System.Net;
using System.Text;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Sends forms that cannot be read to every address that takes one. That is the sender's error: 400 and our page, never a failure of ours.</summary>
public sealed class MalformedFormGuardrails(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Parts = "multipart/form-data";
    private const string ManyFields = "1,025 fields";
    private const string Plain = "application/x-www-form-urlencoded";

    /// <summary>Forms that no reader can read.</summary>
    private static readonly (string Name, string ContentType, byte[] Body)[] Unreadable =
    [
        ("parts without a boundary", Parts, "x"u8.ToArray()),
        ("parts with an empty boundary", $"{Parts}; boundary=", "x"u8.ToArray()),
        ("parts that never begin", $"{Parts}; boundary=b", "x"u8.ToArray()),
        ("parts that break off", $"{Parts}; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"Email\"\r\n\r\nx"u8.ToArray()),
        ("a part without a name", $"{Parts}; boundary=b", "--b\r\n\r\nx\r\n--b--\r\n"u8.ToArray()),
        ("parts with a broken header", $"{Parts}; boundary=b", "--b\r\nContent-Disposition\r\n\r\nx\r\n--b--\r\n"u8.ToArray()),
        ("a boundary of 300 characters", $"{Parts}; boundary={new string('b', 300)}", "x"u8.ToArray()),
        ("utf-7", $"{Plain}; charset=utf-7", "Email=+AGE-"u8.ToArray()),
        ("two content types", $"{Plain}, {Parts}; boundary=b", "a=b"u8.ToArray()),
        ("a content type that is none", "=;=", "a=b"u8.ToArray()),
        (ManyFields, Plain, Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 1025).Select(i => $"f{i}=x")))),
        ("a name of 3,000 characters", Plain, Encoding.ASCII.GetBytes($"{new string('n', 3000)}=x")),
    ];

    /// <summary>Forms that hold nonsense; a reader may take it as the text that it is.</summary>
    private static readonly (string Name, string ContentType, byte[] Body)[] Odd =
    [
        ("broken escapes", Plain, "Email=%&Password=%zz&%=%u00&=&&"u8.ToArray()),
        ("bytes that are no UTF-8", Plain, [.. "Email="u8, 0xff, 0xfe, 0xc0, 0x80, .. "&Name=%ff%fe%00"u8]),
        ("an unknown character set", $"{Plain}; charset=klingon", "Email=x"u8.ToArray()),
        ("nothing", Plain, []),
        ("an unknown character set in a part", $"{Parts}; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"Email\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+AGE-\r\n--b--\r\n"u8.ToArray()),
        ("JSON", "application/json", "{"u8.ToArray()),
    ];

    private static readonly (string Name, string ContentType, byte[] Body) Large = ("a value over 4 MB", Plain, [.. "Email="u8, .. new byte[(4 * 1024 * 1024) + 1].Select(_ => (byte)'x')]);

    [Fact]
    public async Task Post_FormThatCannotBeRead_IsRefusedAndChangesNothing()
    {
        var (here, addresses) = await MadeAsync();
        var client = portal.ClientFor(here.Lead);
        var token = await TokenAsync(client);
        var before = await TableContents.ReadAsync(portal.OwnerConnection);
        var failures = new List<string>();
        foreach (var (name, path) in addresses)
        {
            foreach (var form in Unreadable.Where(f => f.Name != ManyFields || !TakesMoreFields(name)))
            {
                // The token in the header: everything else about the request is right.
                var page = await SendAsync(client, path, form.ContentType, form.Body, token);
                if (page.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Forbidden) || page.Document.QuerySelector("main h1") is null)
                {
                    failures.Add($"{name}, {form.Name}: {(int)page.Status}");
                }
            }
        }

        Assert.Empty(failures);
        Assert.Empty(before.ChangedIn(await TableContents.ReadAsync(portal.OwnerConnection), TableContents.Bookkeeping));
    }

    [Fact]
    public async Task Post_FormOfNonsenseOrWithoutAToken_IsAnErrorOfTheSender()
    {
        var (here, addresses) = await MadeAsync();
        var failures = new List<string>();
        foreach (var (who, client) in new[] { ("nobody", portal.ClientFor(null)), ("lead", portal.ClientFor(here.Lead)) })
        {
            // In a partnership, somebody who has not signed in is sent to do so before anything is read: one address stands for all.
            foreach (var (name, path) in addresses.Where(a => who != "nobody" || !a.Path.StartsWith($"/{here.Slug}/", StringComparison.Ordinal))
                .Append(addresses.First(a => a.Path.StartsWith($"/{here.Slug}/", StringComparison.Ordinal))))
            {
                foreach (var form in Odd.Append(Unreadable[0]))
                {
                    var page = await SendAsync(client, path, form.ContentType, form.Body, token: null);
                    if ((int)page.Status is not ((>= 400 and < 500) or 302))
                    {
                        failures.Add($"{who} {name}, {form.Name}: {(int)page.Status}");
                    }
                }
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Post_LargeValue_IsRefused()
    {
        var (here, addresses) = await MadeAsync();
        var client = portal.ClientFor(here.Lead);
        var token = await TokenAsync(client);
        foreach (var (_, path) in addresses.Where(a => a.Path.EndsWith("/sign-in", StringComparison.Ordinal) || a.Path.EndsWith("/settings/words", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, path, Large.ContentType, Large.Body, token)).Status);
        }
    }

    /// <summary>A year of figures in one form.</summary>
    private static bool TakesMoreFields(string name) => name.StartsWith("POST measures/", StringComparison.Ordinal) && name.EndsWith("/figures", StringComparison.Ordinal)
        || name == "POST measures/figures";

    private static async Task<TestPage> SendAsync(HttpClient client, string path, string contentType, byte[] body, string? token)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        return await client.SendForPageAsync(request);
    }

    private static async Task<string> TokenAsync(HttpClient client) =>
        (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

    private async Task<(TestPartnership Here, List<(string Name, string Path)> Addresses)> MadeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Evidence", released: true);
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new ProgressUpdate { PeriodId = plan.PeriodId, ProjectId = plan.ProjectIds[0], State = UpdateState.Submitted });
            return Task.FromResult(true);
        });
        await portal.Data.CreateImportAndArchiveAsync(here, plan);
        await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var ids = await TenantIds.ReadAsync(portal.Data, here);
        return (here, [.. new EndpointWalk(portal.Host).All().Where(e => e.Method == "POST")
            .Select(e => (e.Name, e.Place == EndpointPlace.Tenant ? $"/{here.Slug}{e.Path(ids.For)}" : e.Path(_ => plan.Id)))]);
    }
}
