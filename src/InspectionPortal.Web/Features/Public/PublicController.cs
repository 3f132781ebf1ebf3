using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Public;

/// <summary>Pages that anybody can read.</summary>
[OpenWithoutSecondFactor]
public sealed class PublicController : PlatformController
{
    [HttpGet("/public/accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet("/public/privacy")]
    public IActionResult Privacy() => View();

    [HttpGet("/public/help")]
    public IActionResult Help() => View();
}
