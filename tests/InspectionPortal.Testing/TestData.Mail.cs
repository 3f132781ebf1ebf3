using System.Text.RegularExpressions;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>Every e-mail written to this address so far, oldest first, sent or not.</summary>
    /// <param name="address">The address, in capitals or not.</param>
    public async Task<List<TestMail>> MailToAsync(string address)
    {
        var messages = await OnPlatformAsync(database =>
            database.OutboxMessages.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync());
        var mails = new List<TestMail>();
        foreach (var message in messages.Where(m => string.Equals(m.ToAddress, address, StringComparison.OrdinalIgnoreCase)))
        {
            // Once it is sent, the outbox no longer has its words; a portal in Development has them in a file.
            using var file = message.Text.Length > 0 ? null : await services.GetRequiredService<DevelopmentMailbox>().FindAsync(message, CancellationToken.None);
            mails.Add(new TestMail(
                message.Kind, message.ToAddress, message.ToName, message.Subject, file?.TextBody ?? message.Text, file?.HtmlBody ?? message.Html));
        }

        return mails;
    }

    /// <summary>The newest e-mail to this address.</summary>
    public async Task<TestMail> LastMailToAsync(string address) =>
        (await MailToAsync(address)).LastOrDefault() ?? throw new InvalidOperationException($"No e-mail was written to {address}.");
}

/// <summary>An e-mail that the portal wrote.</summary>
public sealed partial record TestMail(string Kind, string ToAddress, string ToName, string Subject, string Text, string Html)
{
    private const string FootStart = "\n-- \n";

    /// <summary>Every address that the text links to above its foot, in order.</summary>
    public IReadOnlyList<string> Links => [.. Address().Matches(Text.ReplaceLineEndings("\n").Split(FootStart)[0]).Select(m => m.Value)];

    /// <summary>The one link, from the root of the portal, as a test's client opens it.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public string Path => new Uri(Links.Single()).PathAndQuery;

    [GeneratedRegex("https?://[^\\s<>\"]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
