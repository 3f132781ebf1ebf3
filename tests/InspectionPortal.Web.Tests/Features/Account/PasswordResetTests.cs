using System.Net;
using System.Text.RegularExpressions;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account;

public sealed partial class PasswordResetTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Other = "another few plain words";

    [Fact]
    public async Task Reset_ByTheLinkFromTheMailbox_SetsThePasswordOnceAndEndsEverySession()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var elsewhere = portal.CopyOf(await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password));
        var client = portal.Browser();
        Assert.Equal("/account/forgotten-password/sent", (await AskAsync(client, person.Email.ToUpperInvariant())).Location);
        var link = Link(Assert.Single(await MailsAsync(person)));
        (await client.GetPageAsync(link)).ShouldBeOk();
        var form = (await client.GetPageAsync(link)).ShouldBeOk();
        Assert.Contains(person.Email, form.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("main form", ("Password", "short"))).Status);
        (await elsewhere.GetPageAsync("/account")).ShouldBeOk();

        var page = await form.SubmitAsync("main form", ("Password", Other));

        Assert.Equal("/account/sign-in", page.Location);
        Assert.Contains("Password changed", (await client.FollowAsync(page)).Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await elsewhere.GetPageAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetPageAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await form.SubmitAsync("main form", ("Password", "somebody else's words"))).Status);
        Assert.Equal("/", (await AccountPortal.SignInAsync(portal.Browser(), person.Email, Other)).Location);
        Assert.Contains(await MailsAsync(person, "password-changed"), m => m.ToAddress == person.Email);
        Assert.Contains(SecurityEventKind.PasswordReset, await KindsAsync(person));
    }

    [Fact]
    public async Task Reset_LinksFromTwoTabs_WorkOnceTogether()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser();
        await AskAsync(client, person.Email);
        await AskAsync(client, person.Email);
        var forms = new List<TestPage>();
        foreach (var mail in await MailsAsync(person))
        {
            forms.Add((await client.GetPageAsync(Link(mail))).ShouldBeOk());
        }

        Assert.Equal(2, forms.Count);
        Assert.Equal("/account/sign-in", (await forms[1].SubmitAsync("main form", ("Password", Other))).Location);
        Assert.Equal(HttpStatusCode.Gone, (await forms[0].SubmitAsync("main form", ("Password", "somebody else's words"))).Status);
    }

    [Fact]
    public async Task Reset_TwiceAtOnce_SetsOnePassword()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        await AskAsync(portal.Browser(), person.Email);
        var form = await portal.Browser().GetPageAsync(Link(Assert.Single(await MailsAsync(person))));
        string[] words = ["first of these passwords", "second of these passwords"];

        var pages = await Task.WhenAll(words.Select(w => form.SubmitAsync("main form", ("Password", w))));

        Assert.Single(pages, p => p.Location == "/account/sign-in");
        Assert.All(pages, p => Assert.True((int)p.Status < 500));
        var signIns = await Task.WhenAll(words.Select(w => AccountPortal.SignInAsync(portal.Browser("192.0.2.70"), person.Email, w)));
        Assert.Single(signIns, p => p.Location == "/");
    }

    [Fact]
    public async Task Link_AfterAnHour_IsTheSamePageAsAnyThatOpensNothing()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var other = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        await AskAsync(portal.Browser(), person.Email);
        await AskAsync(portal.Browser(), other.Email);
        var link = Link(Assert.Single(await MailsAsync(person)));
        var disabled = Link(Assert.Single(await MailsAsync(other)));
        (await portal.Browser().GetPageAsync(link)).ShouldBeOk();
        await portal.Data.OnPlatformAsync(async database => (await database.Users.SingleAsync(u => u.Id == other.Id)).IsDisabled = true);
        var answers = new HashSet<string>(StringComparer.Ordinal) { await GoneAsync(disabled) };

        portal.Clock.Move(PasswordResetTokens.Lifetime);

        foreach (var bad in new[] { link, "/account/reset-password", "/account/reset-password?token=x", link[..^3], $"/account/reset-password?token={new string('a', 5000)}" })
        {
            answers.Add(await GoneAsync(bad));
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task Link_FromAClockFarAhead_OpensNothing()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        await AskAsync(portal.Browser(), person.Email);
        var link = Link(Assert.Single(await MailsAsync(person)));

        portal.Clock.Move(TimeSpan.FromMinutes(-30));

        Assert.Equal(HttpStatusCode.Gone, (await portal.Browser().GetPageAsync(link)).Status);
    }

    [Fact]
    public async Task Ask_AnyAddress_GivesOneAnswerForTheSameWork()
    {
        var known = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var invited = await portal.Data.CreatePersonAsync();
        var (disabled, unconfirmed) = (await portal.Data.CreatePersonAsync(AccountPortal.Password), await portal.Data.CreatePersonAsync(AccountPortal.Password));
        await portal.Data.OnPlatformAsync(async database =>
        {
            (await database.Users.SingleAsync(u => u.Id == disabled.Id)).IsDisabled = true;
            return (await database.Users.SingleAsync(u => u.Id == unconfirmed.Id)).EmailConfirmed = false;
        });
        string[] addresses = [known.Email, $"{TestData.Unique("nobody")}@tests.example", invited.Email, disabled.Email, unconfirmed.Email];
        await AskAsync(portal.Browser("192.0.2.149"), "warm@tests.example");
        var (answers, work) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (index, address) in addresses.Index())
        {
            var client = portal.Browser($"192.0.2.{150 + index}");
            var form = await client.GetPageAsync("/account/forgotten-password");
            portal.Host.Commands.Reset();
            var page = await form.SubmitAsync("main form", ("Email", address));
            work.Add(string.Join('\n', portal.Host.Commands.Texts.Select(FirstWords)));
            answers.Add($"{page.Status} {page.Location} {(await client.FollowAsync(page)).Text}");
        }

        Assert.Single(answers);
        Assert.Single(work);
        Assert.Single(await MailsAsync(known));
        Assert.Empty(await portal.Data.OnPlatformAsync(database => database.OutboxMessages
            .Where(m => addresses.Contains(m.ToAddress) && m.ToAddress != known.Email).ToListAsync()));
    }

    [Fact]
    public async Task Ask_FiftyTimes_SendsFewEmailsAndShowsTheSamePage()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser("192.0.2.180");
        var form = await client.GetPageAsync("/account/forgotten-password");

        var pages = new List<TestPage>();
        for (var i = 0; i < 50; i++)
        {
            pages.Add(await form.SubmitAsync("main form", ("Email", person.Email)));
        }

        Assert.All(pages, p => Assert.Equal("/account/forgotten-password/sent", p.Location));
        Assert.Equal(ResetThrottle.MailsForOneAddress, (await MailsAsync(person)).Count);
        portal.Clock.Move(ResetThrottle.Window + TimeSpan.FromSeconds(1));
        await form.SubmitAsync("main form", ("Email", person.Email));
        Assert.Equal(ResetThrottle.MailsForOneAddress + 1, (await MailsAsync(person)).Count);
    }

    [Fact]
    public async Task Ask_ByAStrangerWhoGoesOn_DoesNotKeepTheOwnersLinkAway()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var stranger = portal.Browser("192.0.2.181");
        for (var i = 0; i < 10; i++)
        {
            await AskAsync(stranger, person.Email);
            portal.Clock.Move(TimeSpan.FromMinutes(10));
        }

        // In 100 minutes three links go out, and three more once the first hour is over.
        Assert.Equal(2 * ResetThrottle.MailsForOneAddress, (await MailsAsync(person)).Count);
    }

    [Fact]
    public async Task Ask_ManyAtOnce_SendsFewEmails()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var form = await portal.Browser("192.0.2.181").GetPageAsync("/account/forgotten-password");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => form.SubmitAsync("main form", ("Email", person.Email))));

        Assert.InRange((await MailsAsync(person)).Count, 0, ResetThrottle.MailsForOneAddress);
    }

    [Theory]
    [InlineData("", "Enter your e-mail address")]
    [InlineData("a\r\nBcc: b@c.example", null)]
    [InlineData("\u212Aate@tests.example", null)]
    public async Task Ask_OddAddress_IsAnsweredLikeAny(string address, string? error)
    {
        var page = await AskAsync(portal.Browser("192.0.2.190"), address);

        if (error is null)
        {
            Assert.Equal("/account/forgotten-password/sent", page.Location);
        }
        else
        {
            Assert.Equal(error, Assert.Single(page.Errors));
        }
    }

    [Fact]
    public async Task PasswordField_Any_OffersToShowWhatIsTyped()
    {
        var page = await portal.Browser().GetPageAsync("/account/sign-in");

        var button = page.Find(".govuk-password-input .govuk-js-password-input-toggle");
        Assert.True(button.HasAttribute("hidden"));
        Assert.Equal("button", button.GetAttribute("type"));
        Assert.Equal("Password", button.GetAttribute("aria-controls"));
        Assert.NotNull(page.Find("script[type=module][src='/js/password.js']"));
    }

    private static async Task<TestPage> AskAsync(HttpClient client, string email) =>
        await (await client.GetPageAsync("/account/forgotten-password")).SubmitAsync("main form", ("Email", email));

    private async Task<string> GoneAsync(string link)
    {
        var page = await portal.Browser().GetPageAsync(link);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        return page.Text;
    }

    private Task<List<OutboxMessage>> MailsAsync(TestPerson person, string kind = PasswordResetSender.MessageKind) => portal.Data.OnPlatformAsync(
        database => database.OutboxMessages.AsNoTracking().Where(m => m.ToAddress == person.Email && m.Kind == kind).OrderBy(m => m.CreatedAt).ToListAsync());

    private Task<List<SecurityEventKind>> KindsAsync(TestPerson person) => portal.Data.OnPlatformAsync(
        database => database.SecurityEvents.Where(e => e.AboutUserId == person.Id).Select(e => e.Kind).ToListAsync());

    private static string Link(OutboxMessage mail) => LinkInMail().Match(mail.Text).Value;

    private static string FirstWords(string command) => string.Join(' ', command.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(3));

    [GeneratedRegex(@"/account/reset-password\?token=\S+", RegexOptions.NonBacktracking)]
    private static partial Regex LinkInMail();
}
