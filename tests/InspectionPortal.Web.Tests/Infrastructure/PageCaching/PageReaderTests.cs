using System.Reflection;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.PageCaching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Tests.Infrastructure.PageCaching;

/// <summary>The key of a reader lacks nothing that the session says of them.</summary>
public sealed class PageReaderTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Other = Guid.NewGuid();

    private static readonly SessionPartnership Place = new(
        7, "northshire", "Northshire", default, new Vocabulary(), [], 1, "Europe/London", null, null, new PlanLayout());

    private static readonly SessionDelegation Delegation = new(Guid.NewGuid(), "Ann Chief", "Chief executive", false, new DateOnly(2026, 4, 1));

    private static readonly SessionGrant Grant =
        new(Guid.NewGuid(), Place, Guid.NewGuid(), "Care Inspectorate", Guid.NewGuid(), GrantScope.ApprovedReports, Now.AddDays(-9), Now.AddDays(9));

    private static readonly SessionBody Body = new(Guid.NewGuid(), "Care Inspectorate", "CI") { OfficerTitle = "link inspector" };

    private static readonly SessionMembership Membership =
        new(Place, new HashSet<PartnershipRole> { PartnershipRole.Contributor }, "Head of service") { DelegateFor = Delegation };

    /// <summary>One change of each thing that the session knows, by record and property.</summary>
    private static readonly Dictionary<string, Func<PortalSession, PortalSession>> Changes = new(StringComparer.Ordinal)
    {
        ["PortalSession.UserId"] = s => s with { UserId = Other },
        ["PortalSession.DisplayName"] = s => s with { DisplayName = "Somebody else" },
        ["PortalSession.Email"] = s => s with { Email = "else@example.org" },
        ["PortalSession.IsPlatformAdministrator"] = s => s with { IsPlatformAdministrator = true },
        ["PortalSession.Memberships"] = s => s with { Memberships = [.. s.Memberships, Membership with { Partnership = Place with { Slug = "b", Name = "B", Id = 8 } }] },
        ["PortalSession.Grants"] = s => s with { Grants = [.. s.Grants, Grant with { Id = Other }] },
        ["PortalSession.Bodies"] = s => s with { Bodies = [.. s.Bodies, Body with { Id = Other }] },
        ["PortalSession.SecondFactor"] = s => s with { SecondFactor = new SecondFactorState(HasFactor: false, Now.AddDays(-1)) },
        ["PortalSession.Proof"] = s => s with { Proof = s.Proof with { Factor = SignInFactor.Password } },
        ["SessionMembership.Roles"] = s => Member(s, m => m with { Roles = new HashSet<PartnershipRole> { PartnershipRole.ChiefOfficer } }),
        ["SessionMembership.Capacity"] = s => Member(s, m => m with { Capacity = "Chair" }),
        ["SessionMembership.DelegateFor"] = s => Member(s, m => m with { DelegateFor = null }),
        ["SessionDelegation.OfficerId"] = s => Delegate(s, d => d with { OfficerId = Other }),
        ["SessionDelegation.OfficerName"] = s => Delegate(s, d => d with { OfficerName = "Bea Chief" }),
        ["SessionDelegation.Capacity"] = s => Delegate(s, d => d with { Capacity = null }),
        ["SessionDelegation.IsOfficerLead"] = s => Delegate(s, d => d with { IsOfficerLead = true }),
        ["SessionDelegation.Until"] = s => Delegate(s, d => d with { Until = new DateOnly(2026, 5, 1) }),
        ["SessionGrant.Id"] = s => Granted(s, g => g with { Id = Other }),
        ["SessionGrant.BodyId"] = s => Granted(s, g => g with { BodyId = Other }),
        ["SessionGrant.BodyName"] = s => Granted(s, g => g with { BodyName = "Ofsted" }),
        ["SessionGrant.PlanId"] = s => Granted(s, g => g with { PlanId = Other }),
        ["SessionGrant.Scope"] = s => Granted(s, g => g with { Scope = GrantScope.LivePlan }),
        ["SessionGrant.From"] = s => Granted(s, g => g with { From = Now.AddDays(-8) }),
        ["SessionGrant.Until"] = s => Granted(s, g => g with { Until = null }),
        ["SessionBody.Id"] = s => s with { Bodies = [Body with { Id = Other }] },
        ["SessionBody.Name"] = s => s with { Bodies = [Body with { Name = "Ofsted" }] },
        ["SessionBody.ShortName"] = s => s with { Bodies = [Body with { ShortName = "O" }] },
        ["SessionBody.OfficerTitle"] = s => s with { Bodies = [Body with { OfficerTitle = "link officer" }] },
        ["SessionBody.IsAdministrator"] = s => s with { Bodies = [Body with { IsAdministrator = true }] },
    };

    /// <summary>What is not in the key, and why.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["PortalSession.PageRevision"] = "stands beside the key",
        ["PortalSession.IsLinkOfficer"] = "follows from the bodies",
        ["SessionMembership.Partnership"] = "its row raises the revision; its id is in the key",
        ["SessionGrant.Partnership"] = "its row raises the revision; its id is in the key",
        ["SessionGrant.Plan"] = "follows from the partnership, the plan and the scope",
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Fact]
    public void Session_EveryProperty_IsInTheKeyOrLeftOutWithAReason()
    {
        Type[] records = [typeof(PortalSession), typeof(SessionMembership), typeof(SessionDelegation), typeof(SessionGrant), typeof(SessionBody)];

        Assert.Empty(records.SelectMany(r => r.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"{r.Name}.{p.Name}"))
            .Except([.. Changes.Keys, .. LeftOut.Keys], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void KeyOf_WithOneThingChanged_IsAnotherKey(string name)
    {
        var before = name.StartsWith("SessionGrant", StringComparison.Ordinal) || name == "PortalSession.Grants" ? Officer() : Session();

        Assert.Equal(KeyOf(before), KeyOf(before));
        Assert.NotEqual(KeyOf(before), KeyOf(Changes[name](before)));
    }

    [Theory]
    [InlineData("2026-03-02T23:59:59Z", true)]
    [InlineData("2026-03-03T00:00:00Z", false)]
    [InlineData("2026-03-01T23:59:59Z", false)]
    public void KeyOf_OnAnotherDay_IsAnotherKey(string at, bool isSame) => Assert.Equal(
        isSame, KeyOf(Session()) == KeyOf(Session(), DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void KeyOf_WhereItIsTomorrowInThePartnershipAlone_IsAnotherKey()
    {
        var summer = new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero);

        Assert.NotEqual(KeyOf(Session(), summer), KeyOf(Session(), summer.AddHours(1)));
    }

    [Fact]
    public void KeyOf_WithACookieThatAPageMayRead_IsAnotherKey_ButNotWithASealedOne()
    {
        var environment = portal.Host.Services.GetRequiredService<IHostEnvironment>();
        string Named(string name) => CookieNames.For(name, environment);

        Assert.NotEqual(KeyOf(Session()), KeyOf(Session(), cookie: $"{Named(CookieNames.PlanView)}=1"));
        Assert.NotEqual(KeyOf(Session()), KeyOf(Session(), cookie: "a-new-one=1"));
        Assert.Equal(KeyOf(Session()), KeyOf(Session(), cookie: $"{Named(CookieNames.Antiforgery)}=1; {Named(CookieNames.Session)}=2"));
    }

    private static PortalSession Session() => new(Guid.Empty, "Pat", "pat@example.org", false, [Membership], [], [Body])
    {
        SecondFactor = new SecondFactorState(HasFactor: true, null),
        Proof = new SessionProof(Guid.Empty, SignInFactor.Passkey, Now.AddYears(1)),
    };

    private static PortalSession Officer() => Session() with { Memberships = [], Grants = [Grant] };

    private static PortalSession Member(PortalSession session, Func<SessionMembership, SessionMembership> change) =>
        session with { Memberships = [change(session.Memberships[0])] };

    private static PortalSession Delegate(PortalSession session, Func<SessionDelegation, SessionDelegation> change) =>
        Member(session, m => m with { DelegateFor = change(Delegation) });

    private static PortalSession Granted(PortalSession session, Func<SessionGrant, SessionGrant> change) =>
        session with { Grants = [change(session.Grants[0])] };

    private string KeyOf(PortalSession session, DateTimeOffset? at = null, string? cookie = null)
    {
        var current = new CurrentSession();
        current.SignIn(session);
        current.Enter(TenantAccess.Find(session, Place.Slug)!);
        var environment = portal.Host.Services.GetRequiredService<IHostEnvironment>();
        var time = new FixedClock(at ?? Now);
        var rules = new SecondFactorRules(Options.Create(new SecondFactorOptions { Required = true }), environment, time);
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        return new PageReader(current, new LayoutModelSource(current), rules, time, environment).KeyOf(context.Request);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
