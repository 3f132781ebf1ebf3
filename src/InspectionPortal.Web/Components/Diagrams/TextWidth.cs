using System.Text;

namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>
/// About how wide text is in Arial or Helvetica, and how it breaks into lines. Never narrower than it is drawn, within a few per cent.
/// </summary>
public static class TextWidth
{
    /// <summary>How much wider than Arial the fonts are that people may have in its place (DejaVu Sans, Verdana).</summary>
    public const double WidestFont = 1.25;

    private const double BoldWider = 1.08;
    private const double OtherLetter = 0.62;
    private const double WideLetter = 1.0;
    private const int FirstWide = 0x2E80;
    private const int FirstKnown = 32;

    /// <summary>Thousandths of the size for the characters from space to tilde.</summary>
    private static readonly int[] Known =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width of a text.</summary>
    /// <param name="text">The text, in one line.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="isBold">Whether they are bold.</param>
    public static double Of(string text, double size, bool isBold)
    {
        ArgumentNullException.ThrowIfNull(text);
        var width = text.EnumerateRunes().Sum(r => Of(r.Value));
        return width * size * (isBold ? BoldWider : 1);
    }

    /// <summary>
    /// The text in lines no wider than told; the last ends with "…" where there is more. A word too long for a line is broken.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How wide a line may be.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="isBold">Whether they are bold.</param>
    /// <param name="most">Most lines.</param>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool isBold, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<string>();
        var line = string.Empty;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width, size, isBold)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Of(longer, size, isBold) <= width)
            {
                line = longer;
                continue;
            }

            if (lines.Count == most - 1)
            {
                lines.Add(Shortened(line, width, size, isBold));
                return lines;
            }

            lines.Add(line);
            line = word;
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    private static string Shortened(string line, double width, double size, bool isBold)
    {
        var kept = line.TrimEnd(' ', ',', ';', ':', '.');
        while (kept.Length > 0 && Of(kept + "…", size, isBold) > width)
        {
            kept = kept[..^(kept.Length > 1 && char.IsLowSurrogate(kept[^1]) ? 2 : 1)].TrimEnd();
        }

        return kept + "…";
    }

    private static IEnumerable<string> Pieces(string word, double width, double size, bool isBold)
    {
        if (Of(word, size, isBold) <= width)
        {
            return [word];
        }

        var pieces = new List<string>();
        var (piece, wide) = (new StringBuilder(), 0.0);
        foreach (var rune in word.EnumerateRunes())
        {
            var letter = rune.ToString();
            var one = Of(letter, size, isBold);
            if (piece.Length > 0 && wide + one > width)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                wide = 0;
            }

            piece.Append(letter);
            wide += one;
        }

        return [.. pieces, piece.ToString()];
    }

    private static double Of(int character)
    {
        var index = character - FirstKnown;
        return index >= 0 && index < Known.Length ? Known[index] / 1000.0 : character >= FirstWide ? WideLetter : OtherLetter;
    }
}
