using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

/// <summary>What an installation gets that says nothing about second steps, and one that does.</summary>
public sealed class SecondFactorRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Production", null, true, true)]
    [InlineData("Production", false, true, false)]
    [InlineData("Development", null, false, false)]
    [InlineData("Development", true, true, true)]
    public void IsRequired_ByEnvironmentAndSetting_IsFailClosedOutsideDevelopment(string environment, bool? setting, bool administrators, bool officers)
    {
        var rules = Rules(environment, new SecondFactorOptions { Required = setting });

        Assert.Equal(administrators, rules.IsRequired(Person(administrator: true)));
        Assert.Equal(officers, rules.IsRequired(Person(officer: true)));
        Assert.False(rules.IsRequired(Person()));
    }

    [Fact]
    public void Deadline_InProduction_IsNowForAdministratorsAndInFourteenDaysForOthers()
    {
        var rules = Rules("Production", new SecondFactorOptions());

        Assert.True(rules.IsOverdue(Person(administrator: true)));
        Assert.Equal(Now.AddDays(14), rules.Deadline(Person(officer: true)));
        Assert.False(rules.IsOverdue(Person(officer: true)));
        Assert.True(rules.IsOverdue(Person(officer: true, since: Now.AddDays(-14))));
        Assert.Null(rules.Deadline(Person(administrator: true, hasFactor: true)));
    }

    [Theory]
    [InlineData("Production", null, false, 10, true)]
    [InlineData("Production", null, false, 9, false)]
    [InlineData("Development", null, false, 10, false)]
    [InlineData("Development", true, false, 10, true)]
    [InlineData("Development", null, true, 10, true)]
    [InlineData("Production", false, true, 10, true)]
    public void MustConfirm_AfterTenMinutes_UnlessDevelopmentAndNoSecondStep(
        string environment, bool? setting, bool hasFactor, int minutes, bool must) => Assert.Equal(
            must,
            Rules(environment, new SecondFactorOptions { ConfirmByPassword = setting })
                .MustConfirm(Person(hasFactor: hasFactor, confirmedAt: Now.AddMinutes(-minutes))));

    private static SecondFactorRules Rules(string environment, SecondFactorOptions options) =>
        new(Options.Create(options), new HostingEnvironment { EnvironmentName = environment }, new FixedClock());

    private static PortalSession Person(
        bool administrator = false, bool officer = false, bool hasFactor = false, DateTimeOffset? since = null, DateTimeOffset? confirmedAt = null) =>
        new(Guid.NewGuid(), "Ann", "ann@tests.example", administrator, [], [], officer ? [new SessionBody(Guid.NewGuid(), "Body", "Body")] : [])
        {
            SecondFactor = new SecondFactorState(hasFactor, since),
            Proof = new SessionProof(Guid.NewGuid(), SignInFactor.Password, confirmedAt ?? Now),
        };

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
