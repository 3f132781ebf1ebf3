using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace InspectionPortal.Domain.Text;

/// <summary>Dates, numbers and lists as people type them. Read leniently, refused with a message where they do not exist.</summary>
public static class TypedInput
{
    public const string DateMessage = "{PropertyName}: enter a real date, like 30 September 2020";
    public const string NumberMessage = "{PropertyName}: enter a number, like 46 or 46.5";

    private static readonly string[] DateFormats = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd"];
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>
    /// The date that was typed; null for nothing and for what is no date between 1900 and 2199. Every form reads its dates here.
    /// </summary>
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(
            text?.Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
        && date >= Earliest && date <= Latest
            ? date
            : null;

    /// <summary>
    /// The number that was typed; null for nothing and for what is no number of up to 12 digits before the point and 6 after it.
    /// </summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(
            text?.TrimEnd('%').Replace('\u2212', '-'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1_000_000_000_000m && decimal.Round(number, 6) == number
            ? number
            : null;

    /// <summary>The date as a form shows it.</summary>
    public static string? Show(DateOnly? date) => date is { } day ? DateFormat.Full(day) : null;

    /// <summary>The number as a form shows it, without zeros at the end.</summary>
    public static string? Show(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>One thing a line; empty lines left out.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>What every field says that is too long: "This must be 1,000 characters or fewer".</summary>
    public static string TooLong(int limit) => string.Create(CultureInfo.InvariantCulture, $"This must be {limit:N0} characters or fewer");

    /// <summary>The length that the entity allows a text.</summary>
    public static int Limit<TEntity>(string property) =>
        typeof(TEntity).GetProperty(property)?.GetCustomAttribute<MaxLengthAttribute>()?.Length
        ?? throw new InvalidOperationException($"{typeof(TEntity).Name}.{property} has no limit.");

    /// <summary>The text as the portal keeps it; null where nothing was said.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsUnseen(rune.Value)))
            {
                kept.Append(rune.ToString());
            }
        }

        var plain = kept.ToString().Trim();
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>
    /// Marks without width, and those that turn the direction of the words after them: nobody sees them, and a title may consist of them.
    /// </summary>
    private static bool IsUnseen(int value) =>
        value is 0x200B or 0x2060 or 0xFEFF or 0x00AD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
