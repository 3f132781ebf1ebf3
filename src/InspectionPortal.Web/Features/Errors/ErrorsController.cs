using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Errors;

/// <summary>The page that says what went wrong and what to do next.</summary>
[OpenWithoutSecondFactor]
public sealed class ErrorsController : PlatformController
{
    [Route("/error/{status:range(400,599)}")]
    public IActionResult Show([FromRoute] int status)
    {
        Response.StatusCode = status;
        return View(ErrorPage.For(status));
    }
}
