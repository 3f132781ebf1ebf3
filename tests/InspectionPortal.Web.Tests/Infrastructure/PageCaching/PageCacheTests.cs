using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using InspectionPortal.Web.Infrastructure.PageCaching;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Tests.Infrastructure.PageCaching;

public sealed class PageCacheTests
{
    private static readonly PageSecrets Secrets = new("nonce-of-it", "token-of-it");

    [Fact]
    public void Find_AtAnotherRevision_FindsNothing()
    {
        var cache = Cache(1);
        cache.Keep(1, 10, Key("a"), Page(100));

        Assert.NotNull(cache.Find(1, 10, Key("a")));
        Assert.Null(cache.Find(2, 10, Key("a")));
        Assert.Null(cache.Find(1, 9, Key("a")));
        Assert.Null(cache.Find(1, 11, Key("a")));
        Assert.Null(cache.Find(1, 10, Key("a")));
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void Keep_AtAnEarlierRevision_KeepsNothing()
    {
        var cache = Cache(1);
        cache.Keep(1, 10, Key("a"), Page(100));
        cache.Keep(1, 9, Key("b"), Page(100));

        Assert.Null(cache.Find(1, 9, Key("b")));
        Assert.NotNull(cache.Find(1, 10, Key("a")));
    }

    [Fact]
    public void Keep_MoreThanThereIsRoomFor_TakesFromWhoHasMost()
    {
        var cache = Cache(1);
        cache.Keep(1, 1, Key("quiet"), Page(20_000));
        for (var i = 0; i < 500; i++)
        {
            cache.Keep(2, 1, Key($"noisy {i}"), Page(20_000));
            Assert.True(cache.Bytes <= 1024 * 1024);
        }

        Assert.NotNull(cache.Find(1, 1, Key("quiet")));
        Assert.Null(cache.Find(2, 1, Key("noisy 0")));
        Assert.NotNull(cache.Find(2, 1, Key("noisy 499")));
    }

    [Fact]
    public void Keep_WhereAPageWasUsedAgain_LetsAnotherOneGoFirst()
    {
        var cache = Cache(1);
        cache.Keep(1, 1, Key("used"), Page(20_000));
        for (var i = 0; i < 200; i++)
        {
            cache.Keep(1, 1, Key($"page {i}"), Page(20_000));
            Assert.NotNull(cache.Find(1, 1, Key("used")));
        }
    }

    [Fact]
    public void Keep_OnePageThatIsTooLarge_KeepsTheOthers()
    {
        var cache = Cache(1);
        cache.Keep(1, 1, Key("a"), Page(1000));
        cache.Keep(1, 1, Key("huge"), Page(200_000));

        Assert.NotNull(cache.Find(1, 1, Key("a")));
        Assert.Null(cache.Find(1, 1, Key("huge")));
    }

    [Fact]
    public void Keep_ThePageAgain_CountsItOnce()
    {
        var cache = Cache(1);
        var page = Page(1000);
        cache.Keep(1, 1, Key("a"), Page(2000));
        cache.Keep(1, 1, Key("a"), page);

        Assert.Equal(page.Size, cache.Bytes);
    }

    private static PageCacheKey Key(string address) => new("reader", address);

    /// <summary>A page that does not compress.</summary>
    private static CachedPage Page(int bytes) => CachedPage.Of(RandomNumberGenerator.GetBytes(bytes), Secrets, []);

    private static PageCache Cache(int megabytes) => new(Options.Create(new PageCacheOptions { Megabytes = megabytes }), new Meters());

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
