using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Mvc.ActionConstraints;

namespace InspectionPortal.Web.Features.Home;

/// <summary>Lets an action answer only under a partnership's address, where the platform has one at the same path.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithinPartnershipAttribute : Attribute, IActionConstraint
{
    public int Order => 0;

    public bool Accept(ActionConstraintContext context) => context.RouteContext.HttpContext.Features.Get<RequestedTenant>() is not null;
}
