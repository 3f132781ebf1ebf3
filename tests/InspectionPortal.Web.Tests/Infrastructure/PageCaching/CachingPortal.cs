using InspectionPortal.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace InspectionPortal.Web.Tests.Infrastructure.PageCaching;

/// <summary>A portal that shows kept pages as in an installation, and beside it a second node that keeps none.</summary>
public sealed class CachingPortal : PortalFixture
{
    /// <summary>Works on the same database and makes each page anew.</summary>
    public PortalHost WithoutCache { get; private set; } = null!;

    protected override bool IsShared => false;

    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PageCache:MakesAnewToCompare"] = "false",
            ["PageCache:BrowsersKeepPages"] = "true",
        };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        WithoutCache = Node(("PageCache:Megabytes", "0"));
    }

    public override async Task DisposeAsync()
    {
        await WithoutCache.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Another node on the same database.</summary>
    public PortalHost Node(params (string Name, string Value)[] settings) => new(AppConnection, OwnerConnection, DataDirectory)
    {
        Settings = settings.Append(("PageCache:MakesAnewToCompare", "false")).ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal),
    };

    /// <summary>A client of this person on that node.</summary>
    public HttpClient ClientFor(TestPerson person, WebApplicationFactory<Program> node)
    {
        using var session = ClientFor(person);
        var client = node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Add(HeaderSignIn.UserHeader, person.Id.ToString());
        client.DefaultRequestHeaders.Add(HeaderSignIn.StampHeader, person.Stamp);
        return client;
    }
}
