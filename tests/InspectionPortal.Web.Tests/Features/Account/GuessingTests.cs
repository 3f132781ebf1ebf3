using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account;

/// <summary>Guessing a password from many places, with many spellings.</summary>
public sealed class GuessingTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Guess_FromManyAddresses_HasToWaitLongerEachTime()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        for (var i = 0; i < SignInThrottle.FailuresFromEverywhere; i++)
        {
            Assert.Contains("is not correct", await GuessAsync(person, $"198.51.100.{i}"), StringComparison.Ordinal);
        }

        var before = portal.Hashes.Checks;
        Assert.Contains("too many attempts", await GuessAsync(person, "203.0.113.1"), StringComparison.Ordinal);
        Assert.Equal(before, portal.Hashes.Checks);
        var delay = SignInThrottle.DelayAfter(SignInThrottle.FailuresFromEverywhere);
        portal.Clock.Move(delay);
        Assert.Contains("is not correct", await GuessAsync(person, "203.0.113.2"), StringComparison.Ordinal);
        portal.Clock.Move(delay);
        Assert.Contains("too many attempts", await GuessAsync(person, "203.0.113.3"), StringComparison.Ordinal);
        portal.Clock.Move(delay);
        Assert.Contains("is not correct", await GuessAsync(person, "203.0.113.4"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guess_FromManyAddressesAtOnce_IsLookedAtNoOftenerThanOneAfterAnother()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var form = await portal.Browser("198.51.100.200").GetPageAsync("/account/sign-in");
        var before = portal.Hashes.Checks;

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => GuessAsync(person, $"203.0.113.{100 + i}")));

        Assert.NotNull(form);
        Assert.True(portal.Hashes.Checks - before <= SignInThrottle.FailuresFromEverywhere);
    }

    [Fact]
    public async Task Guess_FromManyAddresses_NeverShutsTheOwnersBrowserOut()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var known = portal.Browser("192.0.2.9");
        await AccountPortal.SignInAsync(known, person.Email, AccountPortal.Password);
        await (await known.GetPageAsync("/account")).SubmitAsync("main form[action='/account/sign-out']");
        for (var i = 0; i <= SignInThrottle.FailuresFromEverywhere; i++)
        {
            await GuessAsync(person, $"198.51.100.{i}");
        }

        Assert.Contains("too many attempts", await GuessAsync(person, "203.0.113.9"), StringComparison.Ordinal);
        Assert.Equal("/", (await AccountPortal.SignInAsync(known, person.Email, AccountPortal.Password)).Location);
    }

    [Fact]
    public async Task Guess_FromOneIPv6Network_CountsAsOnePlace()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        for (var i = 0; i < SignInThrottle.FailuresForOneAccount; i++)
        {
            await GuessAsync(person, $"2001:db8:7:{i:x}::1");
        }

        Assert.Contains("too many attempts", await GuessAsync(person, "2001:db8:7:ffff::2"), StringComparison.Ordinal);
        Assert.Contains("is not correct", await GuessAsync(person, "2001:db8:8::1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kate-{0}@tests.example", "\u212Aate-{0}@tests.example")]
    [InlineData("asa-{0}@tests.example", "A\u017Fa-{0}@tests.example")]
    [InlineData("zoe-{0}@tests.example", "ZOE-{0}@TESTS.example")]
    public async Task Guess_WithAnotherSpellingThatSignsIn_CountsForTheSameAccount(string spelling, string other)
    {
        var number = Guid.NewGuid().ToString("N")[..8];
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var (email, again) = (spelling.Replace("{0}", number, StringComparison.Ordinal), other.Replace("{0}", number, StringComparison.Ordinal));
        await portal.Data.OnPlatformAsync(async database =>
        {
            var user = await database.Users.SingleAsync(u => u.Id == person.Id);
            (user.Email, user.NormalizedEmail) = (email, email.ToUpperInvariant());
            return user.NormalizedUserName = email.ToUpperInvariant();
        });
        for (var i = 0; i < SignInThrottle.FailuresForOneAccount; i++)
        {
            await AccountPortal.SignInAsync(portal.Browser("192.0.2.91"), email, $"guess number {i}");
        }

        var page = await AccountPortal.SignInAsync(portal.Browser("192.0.2.91"), again, AccountPortal.Password);

        Assert.Contains("too many attempts", page.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await AccountPortal.SignInAsync(portal.Browser("192.0.2.92"), again, AccountPortal.Password)).Location);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(19, 0)]
    [InlineData(20, 15)]
    [InlineData(21, 30)]
    [InlineData(25, 480)]
    [InlineData(26, 900)]
    [InlineData(int.MaxValue, 900)]
    public void Delay_AfterFailures_DoublesUpToAQuarterOfAnHour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SignInThrottle.DelayAfter(failures));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    [InlineData("fe80::1%3", "fe80::/48")]
    public void Place_OfAnAddress_IsOneCustomersNetwork(string address, string place) =>
        Assert.Equal(place, SignInThrottle.PlaceOf(IPAddress.Parse(address)));

    private async Task<string> GuessAsync(TestPerson person, string from) =>
        (await AccountPortal.SignInAsync(portal.Browser(from), person.Email, $"guess from {from}")).Text;
}
