using System.Text.RegularExpressions;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Notifications;

namespace InspectionPortal.Web.Tests.Notifications;

/// <summary>The list of e-mails holds every one that the code sends.</summary>
public sealed class EmailCatalogueTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public void All_EachKindOfNotification_HasOneEntryWithItsWords()
    {
        var entries = EmailCatalogue.All.Where(e => e.Kind is not null).ToList();

        Assert.Equal(Enum.GetValues<NotificationKind>().Order(), entries.Select(e => e.Kind!.Value).Order());
        Assert.All(entries, e => Assert.True(e is { Subject.Length: > 0, Action.Length: > 0, MailKind: EmailCatalogue.NotificationMail }, e.Title));
    }

    [Fact]
    public void All_EachKindInTheOutbox_HasAnEntry()
    {
        var source = Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web");
        var declared = new Regex("const string (?:Mail|Message)?Kind = \"(?<kind>[a-z-]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var direct = new Regex("outbox\\.Add\\(\\s*\"(?<kind>[a-z-]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var texts = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(t => t.Contains("Outbox", StringComparison.Ordinal)).ToList();
        var sent = texts.SelectMany(t => declared.Matches(t).Concat(direct.Matches(t))).Select(m => m.Groups["kind"].Value)
            .Append(EmailCatalogue.NotificationMail).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(sent, EmailCatalogue.All.Select(e => e.MailKind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_Any_ListsThemAll()
    {
        var here = await portal.Data.CreatePartnershipAsync();

        var page = (await portal.ClientFor(here.Reader).GetPageAsync("/account/notifications")).ShouldBeOk();

        Assert.Equal(EmailCatalogue.All.Select(e => e.Title), page.Document.QuerySelectorAll("main tbody th").Select(h => h.TextContent));
        Assert.Equal(EmailCatalogue.All.Select(e => e.Readers), page.Document.QuerySelectorAll("main tbody td:nth-child(2)").Select(h => h.TextContent));
    }
}
