using System.Net;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace InspectionPortal.Web.Tests.Features.Platform;

public sealed class AddPartnershipTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Post_Right_MakesPartnershipAndInvitesItsLead()
    {
        var (client, slug) = (await AdministratorAsync(), TestData.Unique("north"));
        var email = $"lead@{slug}.example";

        var page = await SendAsync(client, slug, email);

        var partnership = await FindAsync(slug);
        Assert.Equal($"/admin/partnerships/{partnership!.Id}", page.Location);
        Assert.Equal(("Europe/Jersey", 2, null), (partnership.TimeZone, partnership.Quorum, partnership.FirstLeadUserId));
        Assert.Contains("Not yet accepted", (await client.FollowAsync(page)).ShouldBeOk().Text, StringComparison.Ordinal);
        var open = await AcceptAsync(email);
        Assert.Contains("You are the only member so far", (await open.GetPageAsync($"/{slug}/people")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Contains("Added member’s roles", (await open.GetPageAsync($"/{slug}/audit")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Contains($"North {slug}", (await client.GetPageAsync("/admin")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{slug}/people")).Status);
    }

    [Fact]
    public async Task Post_Twice_MakesOnePartnershipAndOneInvitation()
    {
        var (client, slug) = (await AdministratorAsync(), TestData.Unique("north"));
        var form = await client.GetPageAsync("/admin/partnerships/new");

        var pages = await Task.WhenAll(SubmitAsync(form, slug, $"lead@{slug}.example"), SubmitAsync(form, slug, $"lead@{slug}.example"));

        Assert.All(pages, page => Assert.NotNull(page.Location));
        Assert.Single(await portal.Data.MailToAsync($"lead@{slug}.example"));
    }

    [Fact]
    public async Task Post_InvitationCannotBeMade_LeavesNothing()
    {
        var (client, slug) = (await AdministratorAsync(), TestData.Unique("north"));
        await using (var owner = new Npgsql.NpgsqlConnection(portal.OwnerConnection))
        {
            await owner.OpenAsync();
            await using var block = new Npgsql.NpgsqlCommand("alter table invitations add constraint refuse_new check (kind <> 'FirstLead') not valid", owner);
            await block.ExecuteNonQueryAsync();
            try
            {
                var page = await SendAsync(client, slug, $"lead@{slug}.example");
                Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
            }
            finally
            {
                await using var release = new Npgsql.NpgsqlCommand("alter table invitations drop constraint refuse_new", owner);
                await release.ExecuteNonQueryAsync();
            }
        }

        Assert.Null(await FindAsync(slug));
        Assert.Empty(await portal.Data.MailToAsync($"lead@{slug}.example"));
        Assert.NotNull((await SendAsync(client, slug, $"lead@{slug}.example")).Location);
    }

    [Theory]
    [InlineData("Slug", "", "Enter a short name")]
    [InlineData("Slug", "a", "between 2 and 40 characters")]
    [InlineData("Slug", "North", "lower-case letters")]
    [InlineData("Slug", "north--shire", "lower-case letters")]
    [InlineData("Slug", "-north", "lower-case letters")]
    [InlineData("Slug", "north shire", "lower-case letters")]
    [InlineData("Slug", "nörd", "lower-case letters")]
    [InlineData("Slug", "admin", "The portal uses this word")]
    [InlineData("Slug", "inspect", "The portal uses this word")]
    [InlineData("Name", "", "Enter the partnership’s name")]
    [InlineData("Kind", "7", "Choose or enter")]
    [InlineData("Kind", "banana", "Choose or enter")]
    [InlineData("TimeZone", "Mars/Olympus", "Choose a time zone")]
    [InlineData("Quorum", "0", "1 to 12")]
    [InlineData("Quorum", "13", "1 to 12")]
    [InlineData("Quorum", "lots", "Choose or enter")]
    [InlineData("LeadName", "", "Enter the person’s name")]
    [InlineData("LeadEmail", "", "e-mail address")]
    [InlineData("LeadEmail", "nobody", "name@example.org")]
    [InlineData("LeadEmail", "a b@c.example", "name@example.org")]
    public async Task Post_Wrong_SaysHowAndKeepsTheRest(string field, string value, string error)
    {
        var (client, slug) = (await AdministratorAsync(), TestData.Unique("north"));
        var form = await client.GetPageAsync("/admin/partnerships/new");
        var fields = Fields(slug, $"lead@{slug}.example").Where(f => f.Name != field).Append((field, value)).ToArray();

        var page = await form.SubmitAsync("main form", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(error, StringComparison.Ordinal));
        if (field != "Name")
        {
            Assert.Equal($"North {slug}", page.Find("#Name").GetAttribute("value"));
        }

        Assert.Null(await FindAsync(slug));
    }

    [Fact]
    public async Task Post_TooLongOrTaken_IsRefusedAndHtmlStaysText()
    {
        var taken = await portal.Data.CreatePartnershipAsync();
        var client = await AdministratorAsync();
        var form = await client.GetPageAsync("/admin/partnerships/new");

        var long_ = await form.SubmitAsync("main form", [.. Fields("x1", "a@b.example").Where(f => f.Name is not "Name"), ("Name", new string('x', 121))]);
        var same = await SubmitAsync(form, taken.Slug, "a@b.example", "<script>alert(1)</script>");

        Assert.Contains("This must be 120 characters or fewer", Assert.Single(long_.Errors), StringComparison.Ordinal);
        Assert.Contains("has this address", Assert.Single(same.Errors), StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", same.Find("#Name").GetAttribute("value"));
        Assert.DoesNotContain("<script>alert", same.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LeadHasAnAccount_IsAskedToAccept()
    {
        var known = await portal.Data.CreatePersonAsync("three unrelated words");
        var (client, slug) = (await AdministratorAsync(), TestData.Unique("north"));

        await SendAsync(client, slug, known.Email);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(known).GetPageAsync($"/{slug}/people")).Status);
        var form = await portal.ClientFor(known).GetPageAsync((await portal.Data.LastMailToAsync(known.Email)).Path);
        Assert.Equal($"/{slug}", (await form.ShouldBeOk().SubmitAsync("main form")).Location);
        (await portal.ClientFor(known).GetPageAsync($"/{slug}/people")).ShouldBeOk();
    }

    [Fact]
    public async Task Found_OutsideItsRules_Throws()
    {
        var there = await portal.Data.CreatePartnershipAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.InTenantAsync(there.Id, async database =>
        {
            await new UnitOfWork(database, ScopeOf(there.Id), NullLogger<UnitOfWork>.Instance).FoundAsync(New(), CancellationToken.None);
            return true;
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.RunAsync(null, async (database, services) =>
        {
            var existing = await database.Partnerships.SingleAsync(p => p.Id == there.Id);
            await services.GetRequiredService<UnitOfWork>().FoundAsync(existing, CancellationToken.None);
            return true;
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.RunAsync(null, async (_, services) =>
        {
            var other = New();
            other.Id = there.Id;
            await services.GetRequiredService<UnitOfWork>().FoundAsync(other, CancellationToken.None);
            return true;
        }));
        await using var scope = portal.Host.Services.CreateAsyncScope();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => scope.ServiceProvider.GetRequiredService<UnitOfWork>().FoundAsync(New(), CancellationToken.None));
    }

    [Fact]
    public async Task Found_AfterItsTransaction_IsLeft()
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        var (services, tenant) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TenantScope>());
        var database = services.GetRequiredService<PortalDbContext>();
        var unitOfWork = services.GetRequiredService<UnitOfWork>();
        var inside = await unitOfWork.RunAsync(
            async token =>
            {
                await unitOfWork.FoundAsync(New(), token);
                database.Add(new Agency { Code = "A", Name = "A" });
                await database.SaveChangesAsync(token);
                return tenant.TenantId;
            },
            CancellationToken.None);

        Assert.NotNull(inside);
        Assert.Null(tenant.TenantId);
        Assert.Equal(0, await unitOfWork.RunAsync(token => database.Agencies.CountAsync(token), CancellationToken.None));
    }

    private static Partnership New() => new() { Slug = TestData.Unique("new"), Name = "New" };

    private static TenantScope ScopeOf(int tenant)
    {
        var scope = new TenantScope();
        scope.EnterTenant(tenant);
        return scope;
    }

    private static (string Name, string? Value)[] Fields(string slug, string email, string? name = null) =>
    [
        ("Name", name ?? $"North {slug}"), ("Slug", slug), ("Kind", "Partnership"), ("TimeZone", "Europe/Jersey"), ("Quorum", "2"),
        ("LeadName", "First lead"), ("LeadEmail", email),
    ];

    private static Task<TestPage> SubmitAsync(TestPage form, string slug, string email, string? name = null) =>
        form.SubmitAsync("main form", Fields(slug, email, name));

    private static async Task<TestPage> SendAsync(HttpClient client, string slug, string email) =>
        await SubmitAsync(await client.GetPageAsync("/admin/partnerships/new"), slug, email);

    /// <summary>The lead accepts from their mailbox; a client signed in as them.</summary>
    private async Task<HttpClient> AcceptAsync(string email)
    {
        var form = await portal.ClientFor(null).GetPageAsync((await portal.Data.LastMailToAsync(email)).Path);
        await form.ShouldBeOk().SubmitAsync("main form", ("Name", "First lead"), ("Password", "three unrelated words"));
        return portal.ClientFor(await portal.Data.OnPlatformAsync(
            d => d.Users.Where(u => u.Email == email).Select(u => new TestPerson(u.Id, u.Email!, u.SecurityStamp!)).SingleAsync()));
    }

    private Task<Partnership?> FindAsync(string slug) => portal.Data.OnPlatformAsync(database => database.Partnerships.SingleOrDefaultAsync(p => p.Slug == slug));

    private async Task<HttpClient> AdministratorAsync() => portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
}
