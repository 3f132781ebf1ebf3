namespace InspectionPortal.Web.Identity;

/// <summary>Names of the cookies the portal sets.</summary>
public static class CookieNames
{
    public const string Session = "portal-session";
    public const string SecondStep = "portal-second-step";
    public const string Antiforgery = "portal-form";
    public const string TempData = "portal-notice";
    public const string Device = "portal-device";
    public const string PlanView = "portal-plan-view";
    public const string External = "portal-external";
    public const string SecondFactor = "portal-second-factor";
    public const string SecondFactorRemembered = "portal-second-factor-remembered";

    /// <summary>
    /// With it a browser takes the cookie from this host alone, over https, for every path: no neighbour under the same domain
    /// can plant one.
    /// </summary>
    private const string HostPrefix = "__Host-";

    /// <summary>The name as the browser sees it. Development is served over plain http, where the prefix is not allowed.</summary>
    public static string For(string name, IHostEnvironment environment) => environment.IsDevelopment() ? name : HostPrefix + name;
}
