using System.Text;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// Makes text fit for a header or a line of a message: one line, without characters that are not seen. A line break in a
/// name would start a new header, and marks of direction would show an address in another order than it has.
/// </summary>
public static class MailText
{
    /// <summary>The longest name that a header carries.</summary>
    public const int NameMaxLength = 120;

    private const int LongestLine = 4000;

    /// <summary>The text on one line, cut at <paramref name="maxLength"/> UTF-16 characters.</summary>
    public static string OneLine(string text, int maxLength = LongestLine)
    {
        var line = new StringBuilder();
        var isSpaceDue = false;
        foreach (var rune in text.EnumerateRunes().Where(r => !IsMarkOfDirection(r.Value)))
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                isSpaceDue = line.Length > 0;
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength + (isSpaceDue ? 1 : 0) > maxLength)
            {
                break;
            }

            line.Append(isSpaceDue ? " " : string.Empty).Append(rune);
            isSpaceDue = false;
        }

        return line.ToString();
    }

    private static bool IsMarkOfDirection(int rune) =>
        rune is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
