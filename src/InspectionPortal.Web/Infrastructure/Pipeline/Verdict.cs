namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>The answer to "may this person run this message now?".</summary>
public enum Verdict
{
    Forbidden,
    Hidden,
    SignInFirst,
    Allowed,
}
