using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>A figure as it is typed: a number, or so many of so many.</summary>
public sealed partial record FigureValue(decimal? Value, decimal? Numerator, decimal? Denominator)
{
    private const int Hundred = 100;
    private const string HowTo = "Enter a number, like 46 or 46.5";

    /// <summary>Whether the unit is a share of a whole, so that nothing is above it.</summary>
    public static bool IsShare(string? unit) => IsPercent(unit) || unit?.Contains("proportion", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the unit is a percentage (and not a change in percentage points).</summary>
    public static bool IsPercent(string? unit) =>
        unit is not null && !unit.Contains("point", StringComparison.OrdinalIgnoreCase)
        && (unit.Contains('%', StringComparison.Ordinal) || unit.Contains("per cent", StringComparison.OrdinalIgnoreCase) || unit.Contains("percent", StringComparison.OrdinalIgnoreCase));

    /// <summary>The most that a figure of this unit can be; null where there is no such thing.</summary>
    public static decimal? Most(string? unit) => IsPercent(unit) ? Hundred : IsShare(unit) ? 1 : null;

    /// <summary>Reads it, or says in <paramref name="error"/> how to put it right. Blank is neither.</summary>
    public static FigureValue? Read(string? text, string? unit, out string? error)
    {
        error = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = Spaces().Replace(text, " ").Replace('\u2212', '-').Trim();
        if (Pair().Match(words) is { Success: true } pair)
        {
            var (numerator, denominator) = (Plain(pair.Groups["n"].Value), Plain(pair.Groups["d"].Value));
            return numerator is null || denominator is null ? Refuse(HowTo, out error) : new FigureValue(null, numerator, denominator);
        }

        var bare = WithoutUnit(words, unit);
        if (bare.EndsWith('%') || bare.EndsWith("per cent", StringComparison.OrdinalIgnoreCase))
        {
            if (unit is not null && !unit.Contains('%', StringComparison.Ordinal) && !unit.Contains("per", StringComparison.OrdinalIgnoreCase))
            {
                return Refuse($"“{Short(words)}” is a percentage, and this measure is counted in {unit}. Enter it in {unit}", out error);
            }

            bare = bare.TrimEnd('%');
            bare = (bare.EndsWith("per cent", StringComparison.OrdinalIgnoreCase) ? bare[..^8] : bare).Trim();
        }

        return Plain(bare) is { } value ? new FigureValue(value, null, null) : Refuse(Why(words, bare), out error);
    }

    /// <summary>A count that stands alone in its own cell.</summary>
    public static decimal? ReadCount(string? text, out string? error)
    {
        error = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = Spaces().Replace(text, " ").Replace('\u2212', '-').Trim();
        if (Plain(words) is { } number)
        {
            return number;
        }

        error = Why(words, words);
        return null;
    }

    /// <summary>"1,234", "46.5", "-4"; null for anything else, also for a comma that is no mark of thousands.</summary>
    private static decimal? Plain(string words) => Number().IsMatch(words) ? TypedInput.Number(words) : null;

    private static string WithoutUnit(string words, string? unit)
    {
        words = unit?.Contains('£', StringComparison.Ordinal) == true ? words.TrimStart('£').Trim() : words;
        return unit is { Length: > 1 } && words.Length > unit.Length && words.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
            ? words[..^unit.Length].Trim()
            : words;
    }

    private static string Why(string words, string bare)
    {
        if (About().IsMatch(words))
        {
            return $"“{Short(words)}” is not an exact number. Enter one number, and explain in the note that it is an estimate or a limit";
        }

        if (Nothing().IsMatch(words))
        {
            return $"“{Short(words)}” is not a figure. Leave the cell empty if there is none";
        }

        return DecimalComma().IsMatch(bare)
            ? $"Is “{Short(words)}” a decimal? Enter it with a decimal point, like {bare.Replace(',', '.')}"
            : $"“{Short(words)}” is not a number. {HowTo}";
    }

    private static FigureValue? Refuse(string message, out string? error)
    {
        error = message;
        return null;
    }

    private static string Short(string words) => EnglishText.Cut(words, 40);

    /// <summary>How the figure is written where only counts were given.</summary>
    public static string Words(decimal numerator, decimal denominator) =>
        string.Create(CultureInfo.InvariantCulture, $"{numerator:0.######} of {denominator:0.######}");

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^-?(\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?|\.\d+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<n>-?[\d,.]+)\s*(?:out of|of|/)\s*(?<d>-?[\d,.]+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^([≈~<>≤≥±]|about\b|around\b|approx|circa\b|ca?\.|over\b|under\b|less than\b|more than\b|fewer than\b|at least\b)|\d\s*(-|–|to)\s*\d|\d\s*\+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex About();

    [GeneratedRegex(@"^([-–—*.?]+|n\.?/?a\.?|not (known|available|applicable)|none|nil|null|tb[ac]|#.+|no data)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^-?\d+,\d{1,2}$|^-?\d+,\d{4,}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DecimalComma();
}
