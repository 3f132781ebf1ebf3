using System.Globalization;
using System.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;

namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>
/// Says in one string who reads a page, with what rights and on what day: all that a page may depend on beyond its address and the
/// partnership's rows. A page is only ever shown to somebody with the same string, so never to another person.
/// </summary>
public sealed class PageReader(
    CurrentSession current, ILayoutModelSource frame, SecondFactorRules factors, TimeProvider time, IHostEnvironment environment)
{
    /// <summary>Cookies that say nothing to a page: sealed, or read elsewhere. Every other one is part of the string.</summary>
    private readonly string[] _sealedCookies = [.. new[]
    {
        CookieNames.Session, CookieNames.SecondStep, CookieNames.Antiforgery, CookieNames.TempData, CookieNames.Device,
        CookieNames.External, CookieNames.SecondFactor, CookieNames.SecondFactorRemembered,
    }.Select(name => CookieNames.For(name, environment))];

    /// <summary>The string of this request.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in, or the request is not within a partnership.</exception>
    public string KeyOf(HttpRequest request)
    {
        var (person, tenant) = (current.RequiredPerson, current.RequiredTenant);
        var key = new StringBuilder(512);
        Add(key, person.UserId, person.DisplayName, person.Email, person.IsPlatformAdministrator, person.Proof.Factor);
        AddRights(key, tenant);
        foreach (var body in person.Bodies)
        {
            Add(key, body.Id, body.Name, body.ShortName, body.OfficerTitle, body.IsAdministrator);
        }

        AddFrame(key, person);
        var now = time.GetUtcNow();
        Add(key, DateOnly.FromDateTime(now.UtcDateTime), DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(tenant.Partnership.TimeZone)).DateTime));
        foreach (var (name, value) in request.Cookies.Where(c => !_sealedCookies.Any(s => c.Key.StartsWith(s, StringComparison.Ordinal))))
        {
            Add(key, name, value);
        }

        return key.ToString();
    }

    private static void AddRights(StringBuilder key, TenantAccess tenant)
    {
        Add(key, tenant.Partnership.Id, tenant.Membership?.Capacity);
        Add(key, string.Join(',', tenant.Membership?.Roles.Order() ?? Enumerable.Empty<PartnershipRole>()));

        if (tenant.DelegateFor is { } officer)
        {
            Add(key, officer.OfficerId, officer.OfficerName, officer.Capacity, officer.IsOfficerLead, officer.Until);
        }

        foreach (var grant in tenant.Grants)
        {
            Add(key, grant.Id, grant.BodyId, grant.BodyName, grant.PlanId, grant.Scope, grant.From, grant.Until);
        }
    }

    private void AddFrame(StringBuilder key, PortalSession person)
    {
        var shown = frame.Current;
        foreach (var link in shown.Partnerships)
        {
            Add(key, link.Text, link.Href);
        }

        foreach (var place in shown.Places)
        {
            Add(key, place.Key, place.Text, place.Href);
        }

        Add(key, factors.Deadline(person), factors.IsOverdue(person), factors.MustConfirm(person));
    }

    /// <summary>Each value with its length, so that no two lists of values read the same.</summary>
    private static void Add(StringBuilder key, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
            key.Append(text.Length).Append(':').Append(text);
        }

        key.Append('/');
    }
}
