using System.Reflection;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every command and query that exists.</summary>
public sealed class MessageGuardrails
{
    private static readonly Type[] Types = typeof(Program).Assembly.GetTypes();

    private static readonly Type[] Messages =
        [.. Types.Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IMessage).IsAssignableFrom(t))];

    [Fact]
    public void Message_Any_DeclaresItsPermission()
    {
        Assert.NotEmpty(Messages);
        Assert.Empty(Messages.Where(m => m.GetCustomAttribute<RequiresAttribute>() is null).Select(m => m.Name));
    }

    [Fact]
    public void Message_Undeclared_CannotRun() =>
        Assert.Throws<InvalidOperationException>(() => MessageAccess.Judge(typeof(UndeclaredMessage), new CurrentSession()));

    [Fact]
    public void Message_Any_HasOneHandlerAndAUniqueName()
    {
        var handled = Types.SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(i => i.GetGenericArguments()[0]).ToList();

        Assert.Empty(Messages.Where(m => handled.Count(h => h == m) != 1).Select(m => m.Name));
        Assert.Empty(Messages.GroupBy(m => m.Name).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Command_Any_IsClosedToLinkOfficers() =>
        Assert.Empty(Messages.Where(m => MessageAccess.IsCommand(m) && m.GetCustomAttribute<LinkOfficerMayAttribute>() is not null).Select(m => m.Name));

    [Fact]
    public void AccountCommand_Any_NeedsNoPartnership() =>
        Assert.Empty(Messages.Where(m => m.GetCustomAttribute<AccountCommandAttribute>() is not null
            && RolePermissions.IsTenantPermission(m.GetCustomAttribute<RequiresAttribute>()!.Permission)).Select(m => m.Name));

    [Fact]
    public void Controller_Any_HasItsPlace() => Assert.Empty(Types.Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract
        && t.GetCustomAttribute<EndpointPlaceAttribute>() is null).Select(t => t.Name));

    [Fact]
    public void Command_Any_BindsNoTenant() => Assert.Empty(
        Messages.SelectMany(m => m.GetProperties().Where(p => p.Name == nameof(ITenantScoped.TenantId)).Select(p => $"{m.Name}.{p.Name}")));

    [Fact]
    public void Feature_Any_SendsNoOtherFeaturesMessage()
    {
        var root = Path.Combine(InspectionPortal.Testing.TestCluster.RepositoryRoot, "src", "InspectionPortal.Web", "Features");
        var strays =
            from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            let feature = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0]
            where feature != "Home"
            let text = File.ReadAllText(file)
            from message in Messages
            let owner = message.Namespace!.Split('.').SkipWhile(part => part != "Features").ElementAtOrDefault(1) ?? message.Namespace.Split('.')[^1]
            where owner != feature && text.Contains($"new {message.Name}(", StringComparison.Ordinal)
            select $"{feature}/{Path.GetFileName(file)} sends {owner}.{message.Name}";

        Assert.Empty(strays);
    }

    private sealed class UndeclaredMessage : ICommand<bool>;
}
