using System.Reflection;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Identity.Passwords;

public sealed class PasswordRulesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly PortalUser Morag = new() { DisplayName = "Morag Sinclair-Isbister", Email = "m.isbister@northshire.example" };

    [Fact]
    public async Task Password_OnTheListOfCommonLongOnes_IsRefused()
    {
        var passwords = Lines("CommonLongPasswords.txt");
        var accepted = await AcceptedAsync(passwords);

        Assert.True(passwords.Count >= 160);
        Assert.True(accepted.Count <= 5, string.Join(", ", accepted));
    }

    [Fact]
    public async Task Passphrase_OfUnrelatedWords_IsAccepted()
    {
        var passphrases = Lines("GoodPassphrases.txt");

        Assert.Equal(200, passphrases.Count);
        Assert.Empty(passphrases.Except(await AcceptedAsync(passphrases), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Xq7-vLm2#Rt9wZ")]
    [InlineData("u8Jk!ePz40mQw")]
    [InlineData("inspect-improve-2026")]
    [InlineData("three unrelated words")]
    [InlineData("the heron waits at low tide")]
    [InlineData("Шустрый лис прыгает ночью")]
    [InlineData("82640193748261904726")]
    public async Task Password_HardToGuess_IsAccepted(string password) => Assert.Single(await AcceptedAsync([password]));

    [Theory]
    [InlineData("Isbister2024!")]
    [InlineData("morag.sinclair")]
    [InlineData("MoragSinclair1")]
    [InlineData("M.Isbister@Northshire.example")]
    [InlineData("m0ragpassword")]
    [InlineData("moragmoragmorag")]
    [InlineData("sinclair-isbister-99")]
    public async Task Password_OfThePersonsOwnWords_IsRefused(string password) => Assert.Empty(await AcceptedAsync([password]));

    [Fact]
    public async Task Password_OfAPartnershipsWords_IsRefused()
    {
        await portal.Data.CreatePartnershipAsync(p => p.Name = "Zetlandic Bairns Alliance");

        Assert.Empty(await AcceptedAsync(["Zetlandic2024!", "zetlandicbairns1", "Zetlandic-Bairns-Alliance", "Zetlandicpassword1", "zetlandic portal"]));
        Assert.Single(await AcceptedAsync(["zetlandic heron tidewater"]));
    }

    [Theory]
    [InlineData("inspectionportal")]
    [InlineData("Insp3ction-P0rtal")]
    [InlineData("inspectioninspection")]
    [InlineData("improvementportal2")]
    public async Task Password_OfThePortalsWords_IsRefused(string password) => Assert.Empty(await AcceptedAsync([password]));

    [Theory]
    [InlineData("\ud800\ud800\ud800\ud800\ud800\ud800\ud800\ud800\ud800\ud800\ud800\ud800")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    [InlineData("pássword1234")]
    [InlineData("            ")]
    [InlineData("!!!!!!!!!!!!!!")]
    public async Task Password_OfOddSigns_IsRefusedAndNeverAFault(string password) => Assert.Empty(await AcceptedAsync([password]));

    private Task<List<string>> AcceptedAsync(IEnumerable<string> passwords) => portal.Data.RunAsync(null, async (_, services) =>
    {
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var accepted = new List<string>();
        foreach (var password in passwords)
        {
            var isGood = true;
            foreach (var rule in users.PasswordValidators)
            {
                isGood &= (await rule.ValidateAsync(users, Morag, password)).Succeeded;
            }

            if (isGood)
            {
                accepted.Add(password);
            }
        }

        return accepted;
    });

    private static List<string> Lines(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
