using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Opens a query to link officers whose grant reaches at least that far. A command can never carry it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LinkOfficerMayAttribute(GrantScope scope) : Attribute
{
    public GrantScope Scope { get; } = scope;
}
