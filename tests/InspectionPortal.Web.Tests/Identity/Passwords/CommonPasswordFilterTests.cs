using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Tests.Identity.Passwords;

public sealed class CommonPasswordFilterTests
{
    /// <summary>Set to 1 to write the file anew after a change of the words or of how they are kept.</summary>
    private const string Rebuild = "PORTAL_REBUILD_COMMON_PASSWORDS";

    private const int FewestPasswords = 100_000;

    private static readonly string Resource =
        Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web", "Identity", "common-passwords.bin");

    [Fact]
    public async Task Resource_IsWhatTheGeneratorMakes()
    {
        var made = CommonPasswordFilter.Build(CommonPasswordList.All());
        if (Environment.GetEnvironmentVariable(Rebuild) == "1")
        {
            await File.WriteAllBytesAsync(Resource, made);
        }

        var kept = await File.ReadAllBytesAsync(Resource);
        Assert.True(kept.AsSpan().SequenceEqual(made), $"Run the tests once with {Rebuild}=1.");
        Assert.InRange(made.Length, 1, 512 * 1024);
    }

    [Fact]
    public void Filter_HoldsEveryWord_AndMoreThanAHundredThousandLongPasswords()
    {
        var filter = CommonPasswordFilter.Read();
        var words = CommonPasswordList.All();

        Assert.All(words, word => Assert.True(filter.Contains(word), word));
        Assert.True(words.Count(w => w.Length >= IdentityServices.PasswordMinLength) >= FewestPasswords, $"{words.Count(w => w.Length >= 12)} long words");
    }

    [Fact]
    public void Filter_TakesFewerThanOneInAThousandOthersForCommon()
    {
        var filter = CommonPasswordFilter.Read();
        var random = new Random(20261129);
        const int Tries = 100_000;

        var taken = Enumerable.Range(0, Tries).Count(_ => filter.Contains(string.Concat(Enumerable.Range(0, 16).Select(_ => (char)random.Next('a', 'z' + 1)))));

        Assert.InRange(taken, 0, Tries / 1000);
    }
}
