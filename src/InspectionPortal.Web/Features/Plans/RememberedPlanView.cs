using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>
/// How a person last chose to see plans, in a cookie that holds nothing but who chose the plan as written. Someone else who signs in
/// with the same browser starts with the short view. See docs/decisions/0055-the-view-of-a-plan-in-a-cookie.md.
/// </summary>
internal sealed class RememberedPlanView(HttpContext context, Guid userId, IHostEnvironment environment)
{
    /// <summary>How long a choice is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly string _cookie = CookieNames.For(CookieNames.PlanView, environment);

    public PlanTableView View => context.Request.Cookies[_cookie] == userId.ToString("N") ? PlanTableView.Written : PlanTableView.Brief;

    /// <summary>Remembers a choice. The short view is what everybody starts with, so nothing is kept for it.</summary>
    public void Keep(PlanTableView view)
    {
        if (view == PlanTableView.Written)
        {
            context.Response.Cookies.Append(_cookie, userId.ToString("N"), Options(Lifetime));
        }
        else if (View != PlanTableView.Brief)
        {
            context.Response.Cookies.Delete(_cookie, Options(null));
        }
    }

    private static CookieOptions Options(TimeSpan? lifetime) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = lifetime,
        IsEssential = true,
        Secure = true,
    };
}
