using System.Text.RegularExpressions;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.PlanDocuments.Building;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>What the words of a cell look like, whatever stands above them.</summary>
internal static partial class CellContent
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private static readonly HashSet<string> Colours = new(
        ["red", "amber", "green", "blue", "purple", "grey", "gray", "yellow", "r", "a", "g", "b", "black", "white",
         "on track", "at risk", "off track", "red amber", "amber green", "amber red", "green amber", "not rated", "brag blue"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Statuses = new(
        ["complete", "completed", "in progress", "not started", "ongoing", "on going", "open", "closed", "done", "started", "underway",
            "under way",
         "overdue", "delayed", "on hold", "not due", "superseded", "heb ddechrau", "ar y gweill", "wedii gwblhau", "cwblhawyd", "parhaus",
             "late", "slipping", "on schedule", "behind schedule", "not yet started", "partially complete", "partly complete", "yes", "no",
                 "stopped", "planned", "to do", "achieved", "not achieved"],
        StringComparer.Ordinal);

    /// <summary>Ratings in Welsh and as signs, in English.</summary>
    private static readonly Dictionary<string, string> OtherRatings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["coch"] = "Red",
        ["oren"] = "Amber",
        ["ambr"] = "Amber",
        ["melyn"] = "Yellow",
        ["gwyrdd"] = "Green",
        ["glas"] = "Blue",
        ["🔴"] = "Red",
        ["🟠"] = "Amber",
        ["🟡"] = "Amber",
        ["🟢"] = "Green",
        ["🔵"] = "Blue",
    };

    public static bool IsRating(string text) => Colours.Contains(HeaderSynonyms.Plain(text)) || OtherRatings.ContainsKey(text.Trim());

    /// <summary>A rating in the portal's own language; as written where it is in no other.</summary>
    public static string InEnglish(string rating) => OtherRatings.GetValueOrDefault(rating.Trim(), rating);

    /// <summary>"GREEN – guidance approved" as its rating and what is said beside it; null where it does not begin with a rating.</summary>
    public static (string Rating, string Words)? RatedWords(string text) =>
        Rated().Match(text) is { Success: true } match
            && IsRating(match.Groups["rating"].Value) ? (match.Groups["rating"].Value, match.Groups["words"].Value.Trim()) : null;

    public static bool IsStatus(string text) => Statuses.Contains(HeaderSynonyms.Plain(text));

    /// <summary>"✓", "x": it is so, whatever stands above.</summary>
    public static bool IsTick(string text) =>
        text.Trim() is "✓" or "✔" or "🗸" or "✅" or "☑" or "☒" or "√" or "x" or "X" or "✗" or "✘" or "●" or "■" or "*";

    public static bool IsNumber(string text) => Number().IsMatch(text.Trim());

    /// <summary>"High", "Medium", "Low", "1": how urgent something is, not what it is for.</summary>
    public static bool IsUrgency(string text) =>
        HeaderSynonyms.Plain(text) is "high" or "medium" or "low" or "h" or "m" or "l" or "1" or "2" or "3" or "urgent" or "critical"
            or "med";

    public static bool IsDeadline(string text) => text.Length is > 2 and <= 60 && !IsStatus(text)
        && DeadlineWords.Parse(text).Kind is not (DeadlineKind.None or DeadlineKind.Unclear or DeadlineKind.NotApplicable);

    /// <summary>"N/A", "none", "nil", "-": an answer that says there is nothing.</summary>
    public static bool IsNothing(string text) => Nothing().IsMatch(text.Trim());

    /// <summary>The colour of a rating behind a cell, by its hexadecimal digits; null where it is no colour of ratings.</summary>
    public static string? Colour(string? fill)
    {
        if (fill is not { Length: 6 } || !int.TryParse(fill, System.Globalization.NumberStyles.HexNumber,
            System.Globalization.CultureInfo.InvariantCulture, out var rgb))
        {
            return null;
        }

        var (red, green, blue) = (rgb >> 16, (rgb >> 8) & 255, rgb & 255);
        return (red, green, blue) switch
        {
            _ when Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) < 60 => null,
            _ when red > 180 && green < 110 && blue < 110 => "Red",
            _ when red > 200 && green is >= 110 and < 250 && blue < 130 => green > 235 ? "Yellow" : "Amber",
            _ when red > 240 && green > 235 && blue < 130 => "Yellow",
            _ when green > 130 && red < 180 && blue < 150 && green > blue => "Green",
            _ when blue > 150 && red < 130 => "Blue",
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?:[a-z]{0,4}[. ]?)?\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?$|^\d{4,5}$", Options)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?<rating>\p{L}+)\s*(?:[:;,.]\s|[–—]|\s-\s|\n)\s*(?<words>.{3,})$", Options | RegexOptions.Singleline)]
    private static partial Regex Rated();

    [GeneratedRegex(@"^(?:n\s?/\s?a|n\.a\.?|not applicable|none|nil|no|-+|–+|—+)[.]?$", Options)]
    private static partial Regex Nothing();
}
