using System.Diagnostics;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Xunit.Abstractions;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>A link officer with three hundred partnerships.</summary>
public sealed class InspectManyTests(OwnPortal portal, ITestOutputHelper output) : IClassFixture<OwnPortal>
{
    private const int Many = 300;
    private const int MostCommands = 16;
    private const int MostBytes = 300 * 1024;

    [Theory]
    [InlineData(GrantScope.ApprovedReports)]
    [InlineData(GrantScope.LivePlan)]
    public async Task Get_Inspect_ThreeHundredPartnerships_StaysWithinThePagesBudget(GrantScope scope)
    {
        var here = await QuarterSteps.MakeAsync(portal, projects: 20);
        var (partnership, plan) = (here.Partnership, here.Plan);
        foreach (var project in plan.ProjectIds)
        {
            await portal.Data.AcceptUpdateAsync(partnership, plan, project);
        }

        await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[0], "Minutes", released: true);
        await here.CloseAsync();
        await here.SubmitAsync();
        await here.ApproveAsync(partnership.Chief);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, scope);
        var client = portal.ClientFor(officer.Person);
        foreach (var since in new[] { "Quarter", "Year" })
        {
            await client.GetPageAsync($"/inspect?since={since}");
        }

        var (one, _) = await CountAsync(client, "Year");
        await new ManyPartnerships(portal.OwnerConnection, partnership.Id).CopyAsync(Many - 1);
        foreach (var since in new[] { "Quarter", "Year", "Visit" })
        {
            var (commands, bytes) = await CountAsync(client, since);

            Assert.True(commands <= MostCommands, $"{since}: {commands} commands.");
            Assert.True(bytes < MostBytes, $"{since}: {bytes} bytes.");
            if (since == "Year")
            {
                Assert.Equal(one, commands);
            }
        }
    }

    private async Task<(int Commands, int Bytes)> CountAsync(HttpClient client, string since)
    {
        portal.Host.Commands.Reset();
        var watch = Stopwatch.StartNew();
        var page = (await client.GetPageAsync($"/inspect?since={since}")).ShouldBeOk();
        var commands = portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal));
        output.WriteLine(
            $"{since}: {page.Document.QuerySelectorAll(".p-inspect tbody tr").Length} rows on the page, {commands} commands, "
            + $"{page.Html.Length / 1024} KB, {watch.ElapsedMilliseconds} ms.");
        return (commands, page.Html.Length);
    }
}
