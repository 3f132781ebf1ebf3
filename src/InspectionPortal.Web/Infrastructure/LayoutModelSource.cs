using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>What stands around the page for this person here: only places that they can enter.</summary>
public sealed class LayoutModelSource(CurrentSession current) : ILayoutModelSource
{
    private const string PortalName = "Inspection Portal";

    private static readonly string Version = typeof(LayoutModelSource).Assembly.GetName().Version?.ToString(2) ?? "1.0";

    public LayoutModel Current => current.Tenant is { } tenant ? TenantFrame(tenant) : PlatformFrame();

    private LayoutModel TenantFrame(TenantAccess tenant)
    {
        var home = $"/{tenant.Partnership.Slug}";
        return new LayoutModel(
            PortalName, tenant.Partnership.Name, home, Partnerships(), current.Person?.DisplayName, Places(tenant, home),
            tenant.Partnership.AsAt, tenant.Partnership.DemonstrationNote is { } note ? DemonstrationBanner.Of(note) : null, Version)
        {
            SearchAddress = $"{home}/search",
        };
    }

    private LayoutModel PlatformFrame() =>
        new(PortalName, null, null, Partnerships(), current.Person?.DisplayName, PlatformPlaces(), null, null, Version)
        {
            SearchAddress = current.Person is { IsLinkOfficer: true } ? "/inspect/search" : null,
        };

    private List<LayoutLink> Partnerships() => current.Person is not { } person
        ? []
        : [.. person.Memberships.Select(m => m.Partnership).Concat(person.Grants.Select(g => g.Partnership))
            .DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new LayoutLink(p.Name, $"/{p.Slug}"))];

    private static List<LayoutPlace> Places(TenantAccess tenant, string home)
    {
        if (tenant.IsByGrant)
        {
            var live = tenant.GrantedPlans(GrantScope.LivePlan).Count > 0;
            List<LayoutPlace> open = [new("overview", "Overview", home), new("reports", "Reports", $"{home}/reports"), new("evidence", "Evidence", $"{home}/evidence")];
            return !live
                ? open
                :
                [
                    open[0], new("recommendations", Recommendations(tenant), $"{home}/recommendations"), open[1],
                    new("measures", "Measures", $"{home}/measures"), open[2], new("inspections", "Inspections", $"{home}/inspections"),
                ];
        }

        List<LayoutPlace> places = [new("home", "Home", home), new("plan", "Plans", $"{home}/plans"), new("measures", "Measures", $"{home}/measures")];
        if (tenant.Has(Permission.AcceptUpdates))
        {
            places.Add(new("updates", "Updates", $"{home}/updates"));
        }
        else if (tenant.Has(Permission.WriteUpdates))
        {
            places.Add(new("updates", "My updates", $"{home}/updates/mine"));
        }

        places.AddRange([new("reports", "Reports", $"{home}/reports"), new("inspections", "Inspections", $"{home}/inspections"), new("evidence", "Evidence", $"{home}/evidence")]);
        if (tenant.Has(Permission.ManagePeople))
        {
            places.Add(new("people", "People", $"{home}/people"));
            places.Add(new("settings", "Settings", $"{home}/settings"));
        }

        if (tenant.Has(Permission.ReadAudit))
        {
            places.Add(new("audit", "Audit", $"{home}/audit"));
        }

        return places;
    }

    private static string Recommendations(TenantAccess tenant) => EnglishText.Plural(tenant.Partnership.Vocabulary.RecommendationWord);

    private List<LayoutPlace> PlatformPlaces()
    {
        var places = new List<LayoutPlace>();
        if (current.Person is { IsLinkOfficer: true })
        {
            places.Add(new("inspect", "Partnerships", "/inspect"));
            places.Add(new("reads", "Pages you have read", "/inspect/reads"));
            places.AddRange(current.Person.Bodies.Where(b => b.IsAdministrator)
                .Select(b => new LayoutPlace($"body-{b.Id}", $"{EnglishText.Plural(b.OfficerTitle)} of {b.ShortName}",
                    $"/inspect/bodies/{b.Id}")));
        }

        if (current.Person is { IsPlatformAdministrator: true })
        {
            places.Add(new("admin", "Platform", "/admin"));
            places.Add(new("people", "People", "/admin/people"));
            places.Add(new("security", "Security log", "/admin/security"));
        }

        return places;
    }
}
