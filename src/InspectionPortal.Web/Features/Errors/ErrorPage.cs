namespace InspectionPortal.Web.Features.Errors;

public sealed record ErrorPage(string Title, string Text)
{
    public static ErrorPage For(int status) => status switch
    {
        400 => new("There is a problem with the form", "Go back, reload the page and send the form again. If the page was open for a long time, sign in again first."),
        403 => new("You do not have permission for this", "Your role in this partnership does not allow it. If you think it should, ask the partnership lead."),
        404 => new("Page not found", "Check the address or start from the home page. If you could open this page before, your access may have ended."),
        409 => new("Someone else saved this first", "Go back and copy what you typed. Then open the page again to see the newer version."),
        413 => new("The file is too large", "The file must be 25 MB or smaller. Make it smaller or split it, then add it again."),
        414 => new("The address is too long", "Go back: what you typed is still there. Search for fewer words (2,000 characters at most) or remove some filters."),
        422 => new("There is a problem with the form", "Go back and check what you entered."),
        507 => new("There is no space left for files",
            "Nothing was saved. Ask the people who run the portal to make room, then try again."),
        >= 400 and < 500 => new("This could not be done", "Go back and try again."),
        _ => new("Sorry, there is a problem with the service", "Nothing was saved. Go back and try again. If it keeps happening, contact the people who run the portal and say when it happened."),
    };
}
