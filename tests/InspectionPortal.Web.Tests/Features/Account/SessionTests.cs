using System.Net;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Account;

public sealed class SessionTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Other = "another few plain words";

    [Fact]
    public async Task Copy_AfterSigningOut_IsDead()
    {
        var (browser, copy, _) = await SignedInAsync();

        await (await browser.GetPageAsync("/account")).SubmitAsync("main form[action='/account/sign-out']");

        await IsDeadAsync(copy);
    }

    [Fact]
    public async Task Copy_AfterSigningOutEverywhereFromAnotherBrowser_IsDead()
    {
        var (_, copy, person) = await SignedInAsync();
        var other = portal.Browser();
        await AccountPortal.SignInAsync(other, person.Email, AccountPortal.Password);

        var page = await (await other.GetPageAsync("/account")).SubmitAsync("main form[action='/account/sessions/end-all']");

        Assert.Equal("/account/sign-in", page.Location);
        await IsDeadAsync(copy);
        await IsDeadAsync(other);
    }

    [Fact]
    public async Task Copy_AfterItsSessionIsEndedFromTheList_IsDead()
    {
        var (browser, copy, person) = await SignedInAsync();
        var other = portal.Browser();
        await AccountPortal.SignInAsync(other, person.Email, AccountPortal.Password);

        var list = await other.GetPageAsync("/account");
        var page = await list.SubmitAsync("main form[action^='/account/sessions/'][action$='/end']");

        Assert.Equal("/account#sessions", page.Location);
        await IsDeadAsync(copy);
        await IsDeadAsync(browser);
        (await other.GetPageAsync("/account")).ShouldBeOk();
    }

    [Fact]
    public async Task Copy_AfterAChangeOfPassword_IsDead()
    {
        var (browser, copy, _) = await SignedInAsync();

        await (await browser.GetPageAsync("/account/password"))
            .SubmitAsync("main form", ("CurrentPassword", AccountPortal.Password), ("NewPassword", Other));

        await IsDeadAsync(copy);
        (await browser.GetPageAsync("/account")).ShouldBeOk();
    }

    [Fact]
    public async Task Copy_OfADisabledAccount_IsDead()
    {
        var (_, copy, person) = await SignedInAsync();

        await portal.Data.OnPlatformAsync(async database => (await database.Users.SingleAsync(u => u.Id == person.Id)).IsDisabled = true);

        await IsDeadAsync(copy);
    }

    [Fact]
    public async Task Copy_AfterTheIdleLimit_IsDead()
    {
        var (_, copy, _) = await SignedInAsync();

        portal.Clock.Move(TimeSpan.FromHours(10) + TimeSpan.FromMinutes(1));

        await IsDeadAsync(copy);
    }

    [Fact]
    public async Task Copy_AfterTheAbsoluteLimit_IsDeadThoughItWasBusy()
    {
        var (browser, copy, _) = await SignedInAsync();
        for (var hours = 0; hours < 24; hours += 6)
        {
            (await browser.GetPageAsync("/account")).ShouldBeOk();
            portal.Clock.Move(TimeSpan.FromHours(6));
        }

        await IsDeadAsync(copy);
        await IsDeadAsync(browser);
    }

    [Fact]
    public async Task Session_InUse_OutlivesTheIdleLimit()
    {
        var (browser, _, _) = await SignedInAsync();
        for (var minutes = 0; minutes < 900; minutes += 450)
        {
            portal.Clock.Move(TimeSpan.FromMinutes(450));
            (await browser.GetPageAsync("/account")).ShouldBeOk();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_OfAnAdministratorOrLinkOfficer_EndsAfterAnHour(bool administrator)
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password, administrator);
        if (!administrator)
        {
            await portal.Data.OnPlatformAsync(database =>
            {
                var body = new ScrutinyBody { Name = TestData.Unique("Body"), ShortName = "Body" };
                database.Add(body);
                database.Add(new LinkOfficer { BodyId = body.Id, UserId = person.Id });
                return Task.FromResult(true);
            });
        }

        var browser = portal.Browser();
        var copy = portal.CopyOf(await AccountPortal.SignInAsync(browser, person.Email, AccountPortal.Password));
        portal.Clock.Move(TimeSpan.FromMinutes(55));
        (await browser.GetPageAsync("/account")).ShouldBeOk();
        portal.Clock.Move(TimeSpan.FromMinutes(55));
        (await browser.GetPageAsync("/account")).ShouldBeOk();

        portal.Clock.Move(TimeSpan.FromMinutes(61));

        await IsDeadAsync(copy);
    }

    [Fact]
    public async Task LastUse_OfManyRequests_IsWrittenOnceAMinuteOutsideTheirTransaction()
    {
        var (browser, _, person) = await SignedInAsync();
        portal.Clock.Move(TimeSpan.FromMinutes(2));
        portal.Host.Commands.Reset();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browser.GetPageAsync("/account")));
        var seen = await LastSeenAsync(person);
        portal.Host.Commands.Reset();
        portal.Clock.Move(TimeSpan.FromSeconds(50));
        (await browser.GetPageAsync("/account")).ShouldBeOk();

        Assert.DoesNotContain(portal.Host.Commands.Texts, t => t.Contains("update user_sessions", StringComparison.Ordinal));
        Assert.Equal(seen, await LastSeenAsync(person));
    }

    [Fact]
    public async Task LastUse_WhileTheRowIsLocked_HoldsNoRequestUp()
    {
        var (browser, _, person) = await SignedInAsync();
        portal.Clock.Move(TimeSpan.FromMinutes(2));
        await using var connection = new Npgsql.NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new Npgsql.NpgsqlCommand("update user_sessions set browser = 'x' where user_id = $1", connection, transaction);
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = person.Id });
        await command.ExecuteNonQueryAsync();

        (await browser.GetPageAsync("/account")).ShouldBeOk();
    }

    [Fact]
    public async Task LastUse_ThatCannotBeWritten_FailsNoRequest()
    {
        var (browser, _, _) = await SignedInAsync();
        portal.Clock.Move(TimeSpan.FromMinutes(2));
        await ExecuteAsync("revoke update on user_sessions from portal_app");
        try
        {
            (await browser.GetPageAsync("/account")).ShouldBeOk();
        }
        finally
        {
            await ExecuteAsync("grant update on user_sessions to portal_app");
        }
    }

    [Fact]
    public async Task Session_WithTheClockSetBack_StaysAndStillEnds()
    {
        var (browser, copy, _) = await SignedInAsync();

        portal.Clock.Move(TimeSpan.FromHours(-3));
        (await browser.GetPageAsync("/account")).ShouldBeOk();
        portal.Clock.Move(TimeSpan.FromHours(28));

        await IsDeadAsync(copy);
    }

    [Fact]
    public async Task SignOut_Twice_GoesToTheSignInPageBothTimes()
    {
        var (browser, _, _) = await SignedInAsync();
        var tab = await browser.GetPageAsync("/account");

        var first = await tab.SubmitAsync("main form[action='/account/sign-out']");
        var second = await tab.SubmitAsync("main form[action='/account/sign-out']");

        Assert.Equal("/account/sign-in", first.Location);
        Assert.Equal("/account/sign-in", second.Location);
    }

    [Fact]
    public async Task SignIn_InABrowserThatIsSignedIn_EndsTheEarlierSession()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var browser = portal.Browser();
        var form = await browser.GetPageAsync("/account/sign-in");
        var first = portal.CopyOf(await form.SubmitAsync("main form", ("Email", person.Email), ("Password", AccountPortal.Password)));
        (await first.GetPageAsync("/account")).ShouldBeOk();

        var form2 = await portal.Browser().GetPageAsync("/account/sign-in");
        using var content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("Email", person.Email), KeyValuePair.Create("Password", AccountPortal.Password),
            KeyValuePair.Create("__RequestVerificationToken", (await browser.GetPageAsync("/account")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!),
        ]);
        Assert.Equal("/", (await browser.SendFormAsync("/account/sign-in", content)).Location);

        Assert.NotNull(form2);
        await IsDeadAsync(first);
        (await browser.GetPageAsync("/account")).ShouldBeOk();
    }

    [Fact]
    public async Task List_OfOwnSessions_NamesTheBrowserAndMarksThisOne()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var (here, there) = (portal.Browser(), portal.Browser());
        there.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0");
        await AccountPortal.SignInAsync(here, person.Email, AccountPortal.Password);
        await AccountPortal.SignInAsync(there, person.Email, AccountPortal.Password);

        var rows = (await here.GetPageAsync("/account")).Document.QuerySelectorAll("#sessions ~ table tbody tr").Select(r => r.TextContent).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Single(rows, r => r.Contains("(this browser)", StringComparison.Ordinal));
        Assert.Single(rows, r => r.Contains("Firefox on Windows", StringComparison.Ordinal) && !r.Contains("(this browser)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task End_SessionOfSomebodyElse_IsNotFoundAndLeavesIt()
    {
        var (browser, _, _) = await SignedInAsync();
        var (theirs, _, them) = await SignedInAsync();
        var id = await portal.Data.OnPlatformAsync(database => database.UserSessions.Where(s => s.UserId == them.Id).Select(s => s.Id).SingleAsync());
        var form = await browser.GetPageAsync("/account");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create(
            "__RequestVerificationToken", form.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendFormAsync($"/account/sessions/{id}/end", content)).Status);
        (await theirs.GetPageAsync("/account")).ShouldBeOk();
    }

    [Fact]
    public async Task Sweep_OfSessionsLongOver_LeavesTheOthers()
    {
        var (browser, _, person) = await SignedInAsync();
        await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password);
        await portal.Data.OnPlatformAsync(async database =>
        {
            var old = await database.UserSessions.Where(s => s.UserId == person.Id).OrderByDescending(s => s.StartedAt).FirstAsync();
            return old.EndedAt = portal.Clock.GetUtcNow() - TimeSpan.FromDays(31);
        });

        await using var scope = portal.Services.CreateAsyncScope();
        var removed = await scope.ServiceProvider.GetRequiredService<SessionCleanup>().SweepAsync(CancellationToken.None);

        Assert.True(removed >= 1);
        Assert.Equal(1, await portal.Data.OnPlatformAsync(database => database.UserSessions.CountAsync(s => s.UserId == person.Id)));
        (await browser.GetPageAsync("/account")).ShouldBeOk();
    }

    private async Task<(HttpClient Browser, HttpClient Copy, TestPerson Person)> SignedInAsync()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var browser = portal.Browser();
        var copy = portal.CopyOf(await AccountPortal.SignInAsync(browser, person.Email, AccountPortal.Password));
        (await copy.GetPageAsync("/account")).ShouldBeOk();
        return (browser, copy, person);
    }

    private static async Task IsDeadAsync(HttpClient client) =>
        Assert.StartsWith("/account/sign-in", (await client.GetPageAsync("/account")).Location, StringComparison.Ordinal);

    private Task<DateTimeOffset> LastSeenAsync(TestPerson person) =>
        portal.Data.OnPlatformAsync(database => database.UserSessions.Where(s => s.UserId == person.Id).Select(s => s.LastSeenAt).SingleAsync());

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
