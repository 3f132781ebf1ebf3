using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>The access log by officer, day and words, on the page and as a file.</summary>
public sealed class AccessLogTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("", 3)]
    [InlineData("?q=STRENGTHS", 1)]
    [InlineData("?q=body+two", 1)]
    [InlineData("?from=2+October+2020&to=2+October+2020", 1)]
    [InlineData("?from=2+October+2020", 2)]
    [InlineData("?to=30+September+2020", 0)]
    [InlineData("?from=soon", 3)]
    public async Task Get_AccessLog_Filtered_ShowsThoseAndTheFileHasThem(string filter, int entries)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var officer = await portal.Data.CreatePersonAsync();
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            // 23:30 in UTC is already 2 October in London.
            database.AddRange(
                Entry(officer, "Body one", "Evidence: Audit", new DateTimeOffset(2020, 10, 1, 22, 30, 0, TimeSpan.Zero)),
                Entry(officer, "Body one", "Inspection: strengths", new DateTimeOffset(2020, 10, 1, 23, 30, 0, TimeSpan.Zero)),
                Entry(officer, "Body two", "=Report", new DateTimeOffset(2020, 10, 5, 9, 0, 0, TimeSpan.Zero)));
            return Task.FromResult(true);
        });
        var lead = portal.ClientFor(here.Lead);

        var page = (await lead.GetPageAsync($"/{here.Slug}/people/access-log{filter}")).ShouldBeOk();
        var file = await lead.GetStringAsync(new Uri($"/{here.Slug}/people/access-log.csv{filter}", UriKind.Relative));

        Assert.Equal(entries, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(entries + 1, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(filter == "?from=soon", page.Text.Contains("Enter real dates", StringComparison.Ordinal));
        Assert.DoesNotContain(",=Report", file, StringComparison.Ordinal);
    }

    private static AccessEntry Entry(TestPerson officer, string body, string what, DateTimeOffset at) => new()
    {
        UserId = officer.Id,
        BodyName = body,
        Query = "GetSomething",
        What = what,
        Path = "/",
        At = at,
    };
}
