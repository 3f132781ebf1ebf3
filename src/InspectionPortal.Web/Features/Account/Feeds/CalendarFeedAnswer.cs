using System.Security.Cryptography;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>What a calendar app gets: a file, or how long it has to wait.</summary>
/// <param name="Content">The file, in UTF-8; null where it is asked for too often.</param>
/// <param name="Wait">How long to wait; null where there is a file.</param>
public sealed record CalendarFeedAnswer(byte[]? Content, TimeSpan? Wait)
{
    /// <summary>The same for the same content, in quotation marks as a header has it.</summary>
    public string Tag => $"\"{Convert.ToHexStringLower(SHA256.HashData(Content ?? []))}\"";

    public static CalendarFeedAnswer Of(byte[] content) => new(content, null);

    public static CalendarFeedAnswer TooMany(TimeSpan wait) => new(null, wait);
}
