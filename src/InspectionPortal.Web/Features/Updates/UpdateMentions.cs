namespace InspectionPortal.Web.Features.Updates;

/// <summary>Who is named in a comment with "@".</summary>
public static class UpdateMentions
{
    /// <summary>
    /// True where the text has "@" and the person's whole name, in any case, and the name ends there. A name that nobody has any more is
    /// plain text.
    /// </summary>
    public static bool Names(string text, string name)
    {
        var mark = $"@{name}";
        for (var at = text.IndexOf(mark, StringComparison.CurrentCultureIgnoreCase); at >= 0;
             at = text.IndexOf(mark, at + 1, StringComparison.CurrentCultureIgnoreCase))
        {
            var end = at + mark.Length;
            if (end >= text.Length || !char.IsLetterOrDigit(text[end]))
            {
                return true;
            }
        }

        return false;
    }
}
