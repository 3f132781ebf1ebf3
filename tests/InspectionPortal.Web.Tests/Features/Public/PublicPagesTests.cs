using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Tests.Features.Public;

public sealed class PublicPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("accessibility", "axe")]
    [InlineData("privacy", "portal-device")]
    [InlineData("help", "Link officers")]
    public async Task Get_Anonymously_IsThere(string page, string says) =>
        Assert.Contains(says, (await portal.ClientFor(null).GetPageAsync($"/public/{page}")).ShouldBeOk().Text, StringComparison.Ordinal);

    [Fact]
    public async Task Get_Privacy_NamesTheTimesThatAreSet()
    {
        var limits = portal.Host.Services.GetRequiredService<IOptions<SessionLimits>>().Value;
        var log = portal.Host.Services.GetRequiredService<IOptions<SecurityLogOptions>>().Value;

        var text = (await portal.ClientFor(null).GetPageAsync("/public/privacy")).ShouldBeOk().Text;

        Assert.Contains($"It is kept for {log.KeepDays} days", text, StringComparison.Ordinal);
        Assert.Contains($"The record is removed {limits.KeepEnded.TotalDays:0} days after the sign-in ends", text, StringComparison.Ordinal);
        Assert.Contains($"for {OutboxCleanUp.Kept.TotalDays:0} days. The text is removed", text, StringComparison.Ordinal);
        Assert.Contains($"For {SignInThrottle.LongWindow.TotalHours:0} hours after a sign-in that failed", text, StringComparison.Ordinal);
        Assert.Contains($"at most {limits.IdleLimit.TotalHours:0} hours after you last used the portal", text, StringComparison.Ordinal);
        Assert.Contains($"never longer than {limits.AbsoluteLimit.TotalHours:0} hours", text, StringComparison.Ordinal);
    }
}
