using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>What someone must be allowed to do for the message to run. A message without it cannot run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
