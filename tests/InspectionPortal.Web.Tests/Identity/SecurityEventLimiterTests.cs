using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tests.Features.Account;

namespace InspectionPortal.Web.Tests.Identity;

public sealed class SecurityEventLimiterTests
{
    private readonly AccountPortal.MovableClock _clock = new();

    [Fact]
    public void Flood_FromOnePerson_IsAFewLinesAndACount()
    {
        var limiter = new SecurityEventLimiter(_clock);
        var (person, other) = (Guid.NewGuid(), Guid.NewGuid());

        var admitted = Enumerable.Range(0, 500).Count(_ => limiter.Admit(Line(person)));

        Assert.Equal(SecurityEventLimiter.LinesAMinute, admitted);
        Assert.True(limiter.Admit(Line(other)));
        Assert.Empty(limiter.TakeCounted());
        _clock.Move(TimeSpan.FromMinutes(1.1));
        var line = Assert.Single(limiter.TakeCounted());
        Assert.Equal(person, line.ByUserId);
        Assert.StartsWith($"{500 - SecurityEventLimiter.LinesAMinute} more", line.Detail, StringComparison.Ordinal);
        Assert.Empty(limiter.TakeCounted());
        Assert.True(limiter.Admit(Line(person)));
    }

    [Fact]
    public void Flood_FromManyPlaces_IsHeldInBoundedMemory()
    {
        var limiter = new SecurityEventLimiter(_clock);

        var admitted = Enumerable.Range(0, 30_000).Count(i => limiter.Admit(new SecurityEvent { At = _clock.GetUtcNow(), Kind = SecurityEventKind.SignInSlowed, Place = $"place {i}" }));

        Assert.InRange(admitted, 1, 10_000 + SecurityEventLimiter.LinesAMinute);
        Assert.Single(limiter.TakeAllCounted());
    }

    [Fact]
    public void Flood_WithTheClockSetBack_IsStillReported()
    {
        var limiter = new SecurityEventLimiter(_clock);
        var person = Guid.NewGuid();
        _ = Enumerable.Range(0, 10).Count(_ => limiter.Admit(Line(person)));

        _clock.Move(TimeSpan.FromHours(-1));

        Assert.Single(limiter.TakeCounted());
    }

    private SecurityEvent Line(Guid person) => new() { At = _clock.GetUtcNow(), Kind = SecurityEventKind.AccessRefused, ByUserId = person };
}
