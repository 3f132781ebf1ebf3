using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Errors;

/// <summary>The page that says what went wrong and what to do next.</summary>
public sealed class ErrorsController : PlatformController
{
    [Route("/error/{status:range(400,599)}")]
    public IActionResult Show([FromRoute] int status)
    {
        Response.StatusCode = status;
        return View(ErrorPage.For(status));
    }
}

public sealed record ErrorPage(string Title, string Text)
{
    public static ErrorPage For(int status) => status switch
    {
        400 => new("The form could not be read", "Go back, reload the page and send it again. If you had it open for long, sign in again first."),
        403 => new("You do not have permission for this", "Your role in this partnership does not include it. Ask the partnership lead if you think it should."),
        404 => new("Page not found", "Check the address, or start from the home page. If someone gave you access and the page was here before, the access may have ended."),
        409 => new("Someone else saved this first", "Go back, note down what you typed, and open the page again to see the newer version."),
        413 => new("The file is too large", "Files can be up to 25 MB. Make it smaller or split it, then add it again."),
        414 => new("What you asked for is too long", "Nothing is lost: go back, and what you typed is still there. Search for fewer words (a search takes 2,000 characters), or take filters away."),
        422 => new("Something in the form is not right", "Go back and check what you entered."),
        >= 400 and < 500 => new("The portal could not do that", "Go back and try again."),
        _ => new("Sorry, something went wrong here", "Nothing was saved. Go back and try again. If it goes on, tell the people who run the portal when it happened."),
    };
}
