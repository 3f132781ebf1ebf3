using InspectionPortal.Testing;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Mail;

/// <summary>Writing an e-mail.</summary>
public sealed class OutboxTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Add_InAPartnership_IsThereWithItsLinkOnceTheWorkIsCommitted()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var address = $"{TestData.Unique("Alex")}@tests.example";
        await portal.Data.RunAsync(partnership.Id, (_, services) =>
        {
            services.GetRequiredService<Outbox>().Add("invitation", address, "Alex", new MailContent("Come in").Action("Accept", "https://portal.example/account/x?y=1&z=2"));
            return Task.FromResult(true);
        });

        var mail = await portal.Data.LastMailToAsync(address.ToUpperInvariant());

        Assert.Equal("invitation", mail.Kind);
        Assert.Equal("/account/x?y=1&z=2", mail.Path);
    }

    [Fact]
    public async Task Add_InWorkThatFails_IsNeverThere()
    {
        var address = $"{TestData.Unique("alex")}@tests.example";

        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Data.RunAsync<bool>(null, async (database, services) =>
        {
            services.GetRequiredService<Outbox>().Add("invitation", address, "Alex", new MailContent("Come in"));
            await database.SaveChangesAsync();
            throw new InvalidOperationException("The work fails.");
        }));

        Assert.Empty(await portal.Data.MailToAsync(address));
    }

    [Fact]
    public async Task Messages_FromWithinAPartnership_CannotBeRead()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var address = $"{TestData.Unique("alex")}@tests.example";
        await portal.Data.RunAsync(partnership.Id, (_, services) =>
        {
            services.GetRequiredService<Outbox>().Add("invitation", address, "Alex", new MailContent("Come in"));
            return Task.FromResult(true);
        });

        var seen = await portal.Data.InTenantAsync(partnership.Id, database => database.OutboxMessages.CountAsync());

        Assert.Equal(0, seen);
        Assert.Single(await portal.Data.MailToAsync(address));
    }
}
