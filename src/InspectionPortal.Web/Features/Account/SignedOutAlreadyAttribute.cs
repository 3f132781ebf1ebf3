using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace InspectionPortal.Web.Features.Account;

/// <summary>
/// Signing out twice, from two tabs, is no mistake: the second form belongs to a session that is over, so it is refused as
/// forged, and the person is already where they wanted to be.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SignedOutAlreadyAttribute : Attribute, IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.User.Identity?.IsAuthenticated != true)
        {
            context.Result = new RedirectResult("/account/sign-in");
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
