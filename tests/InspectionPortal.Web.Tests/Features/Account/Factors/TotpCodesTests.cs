using InspectionPortal.Web.Identity.Factors;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

public sealed class TotpCodesTests
{
    /// <summary>The key of RFC 6238, appendix B, in base 32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeOf_TheTimesOfTheStandard_GivesItsCodes(long seconds, string code) =>
        Assert.Equal(code, TotpCodes.CodeOf(Key, TotpCodes.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(-60, true)]
    [InlineData(89, true)]
    [InlineData(90, false)]
    [InlineData(-61, false)]
    [InlineData(300, false)]
    [InlineData(-300, false)]
    public void FindStep_AClockThatIsOff_AcceptsWhatIdentityAccepts(int secondsOff, bool isAccepted)
    {
        // The first second of a step: a clock ahead by 89 seconds is two steps on, one behind by 61 seconds is three steps back.
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = TotpCodes.CodeOf(Key, TotpCodes.StepAt(now.AddSeconds(secondsOff)));

        Assert.Equal(isAccepted, TotpCodes.FindStep(Key, code, now) is not null);
    }
}
