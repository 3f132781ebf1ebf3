using System.Reflection;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Home;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
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

    /// <summary>The audit stores a command's name; recent activity says it in words.</summary>
    [Fact]
    public void Command_Any_HasASentence()
    {
        var commands = Messages.Where(m => m.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))).Select(m => m.Name).ToList();

        Assert.NotEmpty(commands);
        Assert.Empty(commands.Where(c => !CommandSentences.Has(c)));
    }

    /// <summary>Rows of the audit carry these names, which commands had earlier.</summary>
    [Theory]
    [InlineData("AddTest", "added a test of change")]
    [InlineData("EditTest", "edited a test of change")]
    [InlineData("RemoveTest", "removed a test of change")]
    [InlineData("BringInPlan", "imported the plan")]
    [InlineData("ReadPlanFile", "uploaded a file with a plan")]
    [InlineData("MakeArchive", "created an archive")]
    [InlineData("HoldResponsibility", "assigned a responsibility")]
    [InlineData("ChangeHolding", "changed the dates of an assignment")]
    [InlineData("EndHolding", "ended an assignment")]
    [InlineData("ChangeAgency", "edited an agency")]
    [InlineData("ChangeResponsibility", "edited a responsibility")]
    [InlineData("ChangePartnership", "edited the partnership")]
    [InlineData("ChangeScrutinyBody", "edited a scrutiny body")]
    [InlineData("ChangeLayout", "changed the words and columns of the plan")]
    [InlineData("GiveScrutinyAccess", "granted access to a scrutiny body")]
    [InlineData("AddScrutinyOfficer", "added a link officer")]
    [InlineData("RemoveScrutinyOfficer", "removed a link officer")]
    public void Command_ByItsEarlierName_HasTheSameSentence(string command, string sentence) =>
        Assert.Equal(sentence, CommandSentences.Of(command, new VocabularyTerms(new CurrentSession())));

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

    /// <summary>A link officer writes nothing in a partnership but this.</summary>
    [Fact]
    public void Command_OfLinkOfficers_IsTheRequestAlone()
    {
        var asks = Assert.Single(Messages, m => m.GetCustomAttribute<LinkOfficerAsksAttribute>() is not null);

        Assert.Equal(("AddScrutinyRequest", Permission.AddScrutinyRequest), (asks.Name, asks.GetCustomAttribute<RequiresAttribute>()!.Permission));
        Assert.DoesNotContain(Permission.AddScrutinyRequest, Enum.GetValues<PartnershipRole>().SelectMany(RolePermissions.Of));
    }

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
