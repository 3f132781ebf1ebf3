namespace InspectionPortal.Web.Data;

/// <summary>Patterns for LIKE out of words that somebody typed, in which no sign has a meaning of its own.</summary>
public static class LikePattern
{
    /// <summary>The sign that takes the meaning away from the one after it.</summary>
    public const string Escape = "\\";

    /// <summary>Matches every text that holds these words.</summary>
    public static string Containing(string words) =>
        $"%{words.Replace("\0", string.Empty, StringComparison.Ordinal).Replace(Escape, @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
