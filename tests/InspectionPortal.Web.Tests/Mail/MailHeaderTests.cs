using System.Text;
using InspectionPortal.Testing;
using InspectionPortal.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace InspectionPortal.Web.Tests.Mail;

/// <summary>Names, subjects and addresses that try to become headers or recipients.</summary>
public sealed class MailHeaderTests(MailPortal portal) : IClassFixture<MailPortal>, IAsyncLifetime
{
    private const string Victim = "victim@elsewhere.example";

    public static TheoryData<string> HostileText { get; } =
    [
        $"Alex\r\nBcc: {Victim}",
        $"Alex\nTo: {Victim}\n\nAnother body",
        $"Alex\r\n.\r\nMAIL FROM:<{Victim}>\r\nRCPT TO:<{Victim}>",
        "Alex\0Bea",
        $"Alex\u2028Bcc: {Victim}",
        $"Alex\u0085Bcc: {Victim}",
        $"\u202Eelpmaxe.erehwesle@mitciv\u202C \u200F\u2066Alex",
        $"\"Alex\" <{Victim}>, Bea",
        $"Alex, {Victim}; Bea:",
        $"Alex\\\" <{Victim}>",
        $"=?utf-8?Q?Alex=0D=0ABcc:_{Victim}?=",
        "Zoë Müller-Ōtaka 王小明 👩‍👧",
        "\uD800Alex",
        "()<>[]:;@\\,.\"",
        new string('x', 4096),
        string.Concat(Enumerable.Repeat("é, \"", 1024)),
        "",
        "   ",
    ];

    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(HostileText))]
    public async Task SendDue_HostileNameAndSubject_IsOneWellFormedMessageToOneRecipient(string text)
    {
        var address = await portal.WriteAsync(name: text, subject: text);

        await portal.SendAsync();

        var delivery = Assert.Single(portal.Smtp.Received, m => m.To.Contains(address));
        Assert.Equal([address], delivery.To);
        Assert.Equal(0, portal.Smtp.Copies(Victim));
        var message = delivery.Message;
        Assert.Equal(address, Assert.IsType<MailboxAddress>(Assert.Single(message.To)).Address);
        Assert.Empty(message.Cc);
        Assert.Empty(message.Bcc);
        Assert.Equal(
            ["Auto-Submitted", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To", "X-Auto-Response-Suppress"],
            message.Headers.Select(h => h.Field).Order(StringComparer.Ordinal));
        Assert.Equal(2, message.BodyParts.Count());
        Assert.All(Headers(delivery.Source), line => Assert.True(line.Length <= 998 && line.All(c => c is >= ' ' and <= '~' or '\t'), line));
        Assert.DoesNotContain(message.Subject ?? string.Empty, c => char.IsControl(c) || c is '\u202E' or '\u200F' or '\u2066');
    }

    [Fact]
    public async Task SendDue_OrdinaryNames_ArriveAsWritten()
    {
        var address = await portal.WriteAsync(name: "O’Brien, Siân (she/her)", subject: "Ymuno â’r cynllun");

        await portal.SendAsync();

        var message = Assert.Single(portal.Smtp.Mailbox(address)).Message;
        Assert.Equal("O’Brien, Siân (she/her)", Assert.IsType<MailboxAddress>(Assert.Single(message.To)).Name);
        Assert.Equal("Ymuno â’r cynllun", message.Subject);
    }

    [Fact]
    public async Task SendDue_DomainInAnotherScript_GoesToItsAsciiForm()
    {
        var local = TestData.Unique("alex");
        await portal.WriteToAsync($"{local}@bücher.example");

        await portal.SendAsync();

        var delivery = Assert.Single(portal.Smtp.Received, m => m.To.Any(t => t.StartsWith(local, StringComparison.Ordinal)));
        Assert.Contains(Assert.Single(delivery.To), new[] { $"{local}@xn--bcher-kva.example", $"{local}@bücher.example" });
        Assert.Equal(OutboxState.Sent, (await portal.RowAsync($"{local}@bücher.example")).State);
    }

    [Theory]
    [InlineData("one@tests.example, victim@elsewhere.example")]
    [InlineData("one@tests.example>\r\nRCPT TO:<victim@elsewhere.example")]
    [InlineData("<victim@elsewhere.example>")]
    [InlineData("Alex <victim@elsewhere.example>")]
    [InlineData("group: victim@elsewhere.example;")]
    [InlineData("one@tests.example\u2028")]
    [InlineData("@relay.example:victim@elsewhere.example")]
    [InlineData("\"victim@elsewhere.example\"@tests.example")]
    [InlineData("nobody")]
    public async Task SendDue_AddressThatIsNotOne_IsParkedAndNothingIsSent(string address)
    {
        await portal.WriteToAsync(address);
        var before = portal.Smtp.Received.Count;

        await portal.SendAsync();

        var row = await portal.RowAsync(address);
        Assert.Equal(OutboxState.Parked, row.State);
        Assert.Contains("The address is not an e-mail address.", row.LastFailure, StringComparison.Ordinal);
        Assert.Equal(before, portal.Smtp.Received.Count);
        Assert.Equal(0, portal.Smtp.Asked(Victim));
    }

    [Fact]
    public async Task SendDue_HostileWordsInTheBody_StayWordsInTextAndHtml()
    {
        var address = $"{TestData.Unique("alex")}@tests.example";
        await portal.Data.RunAsync(null, (_, services) => Task.FromResult(services.GetRequiredService<Outbox>().Add(
            "notice", address, "Alex", new MailContent("Notice").Paragraph("<script>alert(1)</script>\r\n.\r\nQUIT").Item("\0one").Item("two").Action("\"><img src=x>", "https://portal.example/?a=\"><b>"))));

        await portal.SendAsync();

        var message = Assert.Single(portal.Smtp.Mailbox(address)).Message;
        Assert.Contains("<script>alert(1)</script> . QUIT", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", message.HtmlBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string[] Headers(byte[] source)
    {
        var text = Encoding.Latin1.GetString(source);
        return text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
    }
}
