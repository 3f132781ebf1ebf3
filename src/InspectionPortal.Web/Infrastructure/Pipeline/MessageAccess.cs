using System.Reflection;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// Decides who may run what, from what the message declares. Also asked by views, so that nobody is offered what is refused.
/// </summary>
public static class MessageAccess
{
    /// <summary>Judges one message type for the current request.</summary>
    /// <exception cref="InvalidOperationException">The message declares no permission: it cannot run for anybody.</exception>
    public static Verdict Judge(Type message, CurrentSession current)
    {
        var permission = message.GetCustomAttribute<RequiresAttribute>()?.Permission
            ?? throw new InvalidOperationException($"{message.Name} declares no permission, so it cannot run.");
        if (permission == Permission.Anyone)
        {
            return Verdict.Allowed;
        }

        if (current.Person is null)
        {
            return Verdict.SignInFirst;
        }

        return RolePermissions.IsTenantPermission(permission)
            ? JudgeTenant(message, permission, current)
            : JudgePlatform(permission, current.Person);
    }

    private static Verdict JudgeTenant(Type message, Permission permission, CurrentSession current)
    {
        if (current.Tenant is not { } access)
        {
            return Verdict.Hidden;
        }

        if (!access.IsByGrant)
        {
            return access.Has(permission) ? Verdict.Allowed : Verdict.Forbidden;
        }

        if (message.GetCustomAttribute<LinkOfficerAsksAttribute>() is not null)
        {
            return access.Grants.Any(g => g.Scope >= GrantScope.LivePlan) ? Verdict.Allowed : Verdict.Hidden;
        }

        var opened = message.GetCustomAttribute<LinkOfficerMayAttribute>();
        return opened is not null && !IsCommand(message) && access.Grants.Any(g => g.Scope >= opened.Scope)
            ? Verdict.Allowed
            : Verdict.Hidden;
    }

    private static Verdict JudgePlatform(Permission permission, PortalSession person) => permission switch
    {
        Permission.SignedIn => Verdict.Allowed,
        Permission.AdministerPlatform when person.IsPlatformAdministrator => Verdict.Allowed,
        Permission.AdministerBody when person.Bodies.Any(b => b.IsAdministrator) => Verdict.Allowed,
        Permission.ReadAcrossPartnerships when person.IsLinkOfficer => Verdict.Allowed,
        _ => Verdict.Hidden,
    };

    /// <summary>True for messages that change something.</summary>
    public static bool IsCommand(Type message) =>
        message.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));
}
