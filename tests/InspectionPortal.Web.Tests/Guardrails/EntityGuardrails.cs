using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every entity that exists.</summary>
public sealed class EntityGuardrails(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>What belongs to the platform and to no partnership. Adding to it is a decision about who may read the row.</summary>
    internal static readonly string[] PlatformEntities =
    [
        "Partnership", "PortalUser", "ScrutinyBody", "LinkOfficer", "PlatformAuditEntry", "SignInFailure", "DataProtectionKeyRow",
        "UserSession", "SecurityEvent", "OutboxMessage", "PageRevision", "Invitation", "NotificationPreference", "CalendarFeed",
        "IdentityUserClaim`1", "IdentityUserLogin`1", "IdentityUserToken`1", "PortalPasskey", "IdentityPasskeyData",
    ];

    [Fact]
    public void Entity_Any_IsTenantScopedOrOnThePlatformList()
    {
        var strays = Model().GetEntityTypes().Select(e => e.ClrType)
            .Where(t => !typeof(ITenantScoped).IsAssignableFrom(t) && !PlatformEntities.Contains(t.Name))
            .Select(t => t.Name).ToList();

        Assert.Empty(strays);
    }

    [Fact]
    public void Entity_TenantScoped_HasFilterCompositeKeyAndVersion()
    {
        var entities = Model().GetEntityTypes().Where(e => typeof(ITenantScoped).IsAssignableFrom(e.ClrType)).ToList();

        Assert.NotEmpty(entities);
        Assert.All(entities, entity =>
        {
            Assert.Contains(entity.GetDeclaredQueryFilters(), f => f.Key == PortalDbContext.TenantFilter);
            Assert.Equal(["TenantId", "Id"], entity.FindPrimaryKey()!.Properties.Select(p => p.Name));
            Assert.True(entity.FindProperty("Version")!.IsConcurrencyToken, entity.Name);
        });
    }

    private Microsoft.EntityFrameworkCore.Metadata.IModel Model()
    {
        using var scope = portal.Host.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model;
    }
}
