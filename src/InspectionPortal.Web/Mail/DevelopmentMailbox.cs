using System.Globalization;
using InspectionPortal.Web.Data;
using MimeKit;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// Where e-mail goes in Development when no mail server is configured: one readable file for each message under
/// <c>mail/</c> in the data directory.
/// </summary>
public sealed class DevelopmentMailbox(PortalDatabase database, MimeMessageFactory messages) : IMailTransport, IMailSession
{
    private const string Extension = ".eml";
    private const int LongestKind = 40;

    public bool IsSetUp => true;

    public bool IsOpen => true;

    public string Description => Folder;

    /// <summary>Where the files are.</summary>
    public string Folder { get; } = Path.Combine(database.DataDirectory, "mail");

    public Task<IMailSession> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IMailSession>(this);

    /// <summary>Writes the file. Written again, the same message is the same file.</summary>
    public async Task<SendOutcome> SendAsync(OutboxMessage message)
    {
        using var mime = messages.TryMake(message);
        if (mime is null)
        {
            return new SendOutcome(SendResult.Refused, "The address is not an e-mail address.");
        }

        Directory.CreateDirectory(Folder);
        mime.Prepare(EncodingConstraint.EightBit);
        var format = FormatOptions.Default.Clone();
        format.International = true;
        var path = Path.Combine(Folder, NameOf(message));
        var draft = $"{path}.{Guid.NewGuid():N}";
        await using (var file = File.Create(draft))
        {
            await mime.WriteToAsync(format, file);
        }

        File.Move(draft, path, overwrite: true);
        return new SendOutcome(SendResult.Accepted);
    }

    /// <summary>Names of the files, newest first.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> List(int most) => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateFiles(Folder, $"*{Extension}").Select(f => Path.GetFileNameWithoutExtension(f)).OrderDescending(StringComparer.Ordinal).Take(most)];

    /// <summary>The message in the file of this name, or null where there is none.</summary>
    public async Task<MimeMessage?> FindAsync(string name, CancellationToken cancellationToken) => List(int.MaxValue).Contains(name, StringComparer.Ordinal)
        ? await MimeMessage.LoadAsync(Path.Combine(Folder, name + Extension), cancellationToken)
        : null;

    /// <summary>The message of this row, or null where it was not written.</summary>
    public Task<MimeMessage?> FindAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        FindAsync(Path.GetFileNameWithoutExtension(NameOf(message)), cancellationToken);

    /// <summary>Removes files that were written before then.</summary>
    public void RemoveBefore(DateTimeOffset limit)
    {
        foreach (var name in List(int.MaxValue).Select(n => Path.Combine(Folder, n + Extension)).Where(f => File.GetLastWriteTimeUtc(f) < limit.UtcDateTime))
        {
            File.Delete(name);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string NameOf(OutboxMessage message)
    {
        var kind = new string([.. message.Kind.Take(LongestKind).Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-')]);
        var at = message.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HHmmss.fff", CultureInfo.InvariantCulture);
        return $"{at}-{kind}-{message.Id.ToString("N")[^8..]}{Extension}";
    }
}
