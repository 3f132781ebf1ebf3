using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using InspectionPortal.Testing;
using InspectionPortal.Testing.Chromium;
using InspectionPortal.Testing.Clamd;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests;

/// <summary>The seeded portal on a real port, and a real Chromium to use it with.</summary>
public sealed class BrowserFixture : PortalFixture
{
    public const string Password = TestCluster.SeededPassword;

    private readonly ClamdTestServer _clamd = ClamdTestServer.Start();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    protected override bool SignInByHeader => false;

    /// <summary>A virus scanner, without which nothing that is added could be released.</summary>
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Evidence:Scanner"] = _clamd.Address };

    /// <summary>The portal by its name: browsers make passkeys for localhost, but not for a number.</summary>
    public Uri Address => new UriBuilder(Host.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await ChromiumBrowser.LaunchAsync(_playwright, TestCluster.RepositoryRoot);
    }

    protected override Task<string> CloneAsync(TestCluster cluster) => cluster.CloneSeededAsync();

    protected override void Start(PortalHost host)
    {
        host.UseKestrel(0);
        host.StartServer();
    }

    public override async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await base.DisposeAsync();
        await _clamd.DisposeAsync();
    }

    /// <summary>A browser of one person's own: cookies apart from everyone else's.</summary>
    public async Task<Visitor> VisitAsync(int width = 1280, bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(10_000);

        // The first page of a portal is compiled while it is waited for.
        context.SetDefaultNavigationTimeout(60_000);
        return new Visitor(await context.NewPageAsync(), javaScript);
    }
}

/// <summary>Someone at a browser.</summary>
public sealed class Visitor(IPage page, bool runsScript) : IAsyncDisposable
{
    /// <summary>What axe looks at: every kind of element with its attributes and what it is in, the levels of headings, and ids that are
    /// there twice.</summary>
    private const string Build =
        """
        () => {
          const kinds = new Set(), ids = new Set(), twice = [], levels = [];
          for (const e of document.querySelectorAll('*')) {
            const said = a => /^(class|role|type|style|scope|lang|hidden|open|disabled|aria-(?!label|describedby|controls|owns))/.test(a.name)
              ? `${a.name}=${a.value}` : `${a.name}${a.value ? '' : '=empty'}`;
            const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) ? 'words' : '';
            kinds.add([e.parentElement?.tagName, e.tagName, words, ...[...e.attributes].map(said).sort()].join(' '));
            if (/^H[1-6]$/.test(e.tagName)) levels.push(e.tagName);
            if (e.id) { if (ids.has(e.id)) twice.push(e.id); ids.add(e.id); }
          }
          const place = location.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
          return [place, innerWidth, ...levels, ...twice, ...[...kinds].sort()].join('\n');
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);

    public IPage Page { get; } = page;

    /// <summary>Signs in through the form, as a person does.</summary>
    public async Task SignInAsync(string email, string password = BrowserFixture.Password)
    {
        await GoAsync("/account/sign-in");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Password", new PageGetByLabelOptions { Exact = true }).FillAsync(password);
        await PressAsync("Sign in");
    }

    /// <summary>Opens an address and holds the page against axe.</summary>
    public async Task<int> GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        await CheckAsync();
        return response?.Status ?? 0;
    }

    public async Task PressAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
        await CheckAsync();
    }

    public async Task FollowAsync(string link)
    {
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
        await CheckAsync();
    }

    /// <summary>Follows a link that looks like a button.</summary>
    public async Task FollowButtonAsync(string words)
    {
        await Page.Locator("main").GetByText(words, new LocatorGetByTextOptions { Exact = true }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
        await CheckAsync();
    }

    /// <summary>Presses the first button whose words begin so.</summary>
    public async Task PressFirstAsync(string words)
    {
        await Page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = words }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
        await CheckAsync();
    }

    public Task FillAsync(string label, string value, bool exact = false) =>
        Page.GetByLabel(label, new PageGetByLabelOptions { Exact = exact }).First.FillAsync(value);

    /// <summary>Ticks the checkbox or radio with that label.</summary>
    public Task ChooseAsync(string label, bool exact = false) =>
        Page.GetByLabel(label, new PageGetByLabelOptions { Exact = exact }).And(Page.Locator("input[type=radio], input[type=checkbox]"))
            .First.CheckAsync(new LocatorCheckOptions { Force = true });

    public Task SelectAsync(string label, string option) => Page.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Opens the link of an invitation and accepts with the password that all the demonstration has.</summary>
    public async Task AcceptInvitationAsync(string path)
    {
        await GoAsync(path);
        await FillAsync("Choose a password", BrowserFixture.Password);
        await PressAsync("Accept");
    }

    public Task<bool> SeesAsync(string text) => Page.GetByText(text).First.IsVisibleAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
    }

    /// <summary>
    /// axe finds nothing, and the page is no wider than the window. A page that is made of the same elements as one that axe saw before,
    /// at the same kind of address and width, is not given to it again: that takes a second or more.
    /// </summary>
    public async Task CheckAsync()
    {
        if (!runsScript)
        {
            return;
        }

        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overflow <= 0, $"{Page.Url} is {overflow} pixels wider than the window.");
        if (!Seen.TryAdd(await Page.EvaluateAsync<string>(Build), true))
        {
            return;
        }

        // A sandboxed frame runs no scripts, and axe would wait for it for ever. Files that are viewed in one are not our pages.
        var result = await Page.RunAxe(new AxeRunOptions { Iframes = false });
        Assert.True(
            result.Violations.Length == 0,
            $"{Page.Url}\n" + string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}")));
    }
}
