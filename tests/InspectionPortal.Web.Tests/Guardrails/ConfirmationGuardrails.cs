using System.Reflection;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Features.Account.Factors;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Walks every command for those that need a fresh proof of who the person is.</summary>
public sealed class ConfirmationGuardrails
{
    private static readonly Permission[] Weighty =
    [
        Permission.ApproveQuarter, Permission.DelegateApproval, Permission.WithholdReports, Permission.ManagePeople, Permission.TakeArchive,
        Permission.AdministerPlatform,
    ];

    /// <summary>Commands behind those permissions that run without one. Adding to it is a decision; each has its reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["AddAgency"] = "Names who speaks in the plan. It opens nothing to anybody.",
        ["EditAgency"] = "Names who speaks in the plan. It opens nothing to anybody.",
        ["AddResponsibility"] = "Names a post. It opens nothing to anybody.",
        ["EditResponsibility"] = "Names a post. It opens nothing to anybody.",
        ["AssignResponsibility"] = "Says who holds a post. It opens nothing to anybody.",
        ["EditAssignment"] = "Says who holds a post. It opens nothing to anybody.",
        ["SendMailAgain"] = "Sends a message again to where it was going. It opens nothing to anybody.",
        ["EndAssignment"] = "Says who holds a post. It opens nothing to anybody.",
    };

    private static readonly Type[] Messages =
        [.. typeof(Program).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IMessage).IsAssignableFrom(t))];

    private static readonly Type[] OwnFactors =
        [typeof(SetUpApp), typeof(RemoveApp), typeof(AddPasskey), typeof(RemovePasskey), typeof(RenewRecoveryCodes), typeof(ResetFactors)];

    [Fact]
    public void Command_BehindAWeightyPermission_AsksForAFreshProof() => Assert.Empty(
        from command in Messages
        where MessageAccess.IsCommand(command) && Weighty.Contains(command.GetCustomAttribute<RequiresAttribute>()!.Permission)
        where command.GetCustomAttribute<ConfirmIdentityAttribute>() is null && !Exceptions.ContainsKey(command.Name)
        select command.Name);

    [Fact]
    public void Command_ThatChangesASecondStep_AsksForAFreshProof() =>
        Assert.All(OwnFactors, command => Assert.NotNull(command.GetCustomAttribute<ConfirmIdentityAttribute>()));

    [Fact]
    public void Exception_Any_IsStillNeeded() => Assert.All(Exceptions.Keys, name =>
        Assert.Contains(Messages, m => m.Name == name && m.GetCustomAttribute<ConfirmIdentityAttribute>() is null));

    [Fact]
    public void Query_Any_IsNotMarked() =>
        Assert.Empty(Messages.Where(m => !MessageAccess.IsCommand(m) && m.GetCustomAttribute<ConfirmIdentityAttribute>() is not null).Select(m => m.Name));
}
