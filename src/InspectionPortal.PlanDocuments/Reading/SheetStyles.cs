using InspectionPortal.Domain.Text;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>How a workbook's cells show their numbers, and their colours.</summary>
internal sealed partial class SheetStyles
{
    private readonly List<SheetStyle> _styles = [];

    public static SheetStyles Read(OfficePackage package, string main, ReadingBudget budget)
    {
        var found = new SheetStyles();
        if (package.Related(main, "styles") is not { } part)
        {
            return found;
        }

        var formats = new Dictionary<int, SheetNumber>();
        List<string?> fills = [];
        List<(bool IsBold, string? Signs)> fonts = [];
        using var reader = package.Read(part);
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "numFmts":
                    Formats(XmlFragment.Read(reader, budget), formats);
                    break;
                case "fills":
                    fills = XmlFragment.Read(reader, budget).Elements("fill").Select(Fill).ToList();
                    break;
                case "fonts":
                    fonts = XmlFragment.Read(reader, budget).Elements("font").Select(f =>
                        (f.Child("b").IsOn(), SignFonts.Names(f.Child("name").Get("val")) ? f.Child("name").Get("val") : null)).ToList();
                    break;
                case "cellXfs":
                    found._styles.AddRange(XmlFragment.Read(reader, budget).Elements("xf").Select(x => new SheetStyle(
                        Format(DocxStyles.Number(x.Get("numFmtId")) ?? 0, formats),
                        fills.ElementAtOrDefault(DocxStyles.Number(x.Get("fillId")) ?? 0),
                        fonts.ElementAtOrDefault(DocxStyles.Number(x.Get("fontId")) ?? 0).IsBold,
                        fonts.ElementAtOrDefault(DocxStyles.Number(x.Get("fontId")) ?? 0).Signs)));
                    break;
                case "styleSheet":
                    reader.Read();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return found;
    }

    public SheetStyle this[int index] => index >= 0 && index < _styles.Count ? _styles[index] : SheetStyle.Plain;

    private static void Formats(XElement element, Dictionary<int, SheetNumber> formats)
    {
        foreach (var format in element.Elements("numFmt"))
        {
            if (DocxStyles.Number(format.Get("numFmtId")) is { } id)
            {
                formats[id] = OfCode(format.Get("formatCode") ?? "");
            }
        }
    }

    private static string? Fill(XElement fill)
    {
        var pattern = fill.Child("patternFill");
        var colour = pattern.Get("patternType") == "solid" ? pattern.Child("fgColor").Get("rgb") : null;
        return colour is { Length: 8 } && !colour.EndsWith("FFFFFF", StringComparison.OrdinalIgnoreCase) ? colour[2..].ToUpperInvariant()
            : null;
    }

    private static SheetNumber Format(int id, Dictionary<int, SheetNumber> formats) => id switch
    {
        9 or 10 => SheetNumber.Percent,
        17 => SheetNumber.Month,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) when id is not (18 or 19 or 20 or 21) => SheetNumber.Day,
        _ => formats.GetValueOrDefault(id, SheetNumber.Plain),
    };

    private static SheetNumber OfCode(string code)
    {
        var bare = code.Length > ImportLimits.FormatCharacters ? "" : Literals().Replace(code.ToLowerInvariant(), "").Split(';')[0];
        if (bare.Contains("general", StringComparison.Ordinal))
        {
            return SheetNumber.Plain;
        }

        var hasYear = bare.Contains('y', StringComparison.Ordinal);
        return bare switch
        {
            _ when bare.Contains('%', StringComparison.Ordinal) => SheetNumber.Percent,
            _ when bare.Contains('d', StringComparison.Ordinal) => SheetNumber.Day,
            _ when hasYear && bare.Contains('m', StringComparison.Ordinal) => SheetNumber.Month,
            _ when hasYear => SheetNumber.Day,
            _ => SheetNumber.Plain,
        };
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", RegexOptions.NonBacktracking)]
    private static partial Regex Literals();
}

internal enum SheetNumber
{
    Plain,
    Percent,
    Day,
    Month,
}

internal sealed record SheetStyle(SheetNumber Number, string? Fill, bool IsBold, string? Signs = null)
{
    public static SheetStyle Plain { get; } = new(SheetNumber.Plain, null, false);

    /// <summary>A stored number as the sheet shows it.</summary>
    public string Show(string stored, bool from1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return stored;
        }

        if (Number is SheetNumber.Day or SheetNumber.Month && value is > 0 and < 2_900_000)
        {
            var day = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(value) + (from1904 ? 1462 : 0)));
            return Number == SheetNumber.Day ? DateFormat.Full(day) : DateFormat.Month(day);
        }

        return Number == SheetNumber.Percent
            ? $"{Math.Round(value * 100, 10).ToString("0.##########", CultureInfo.InvariantCulture)}%"
            : Math.Round(value, 10).ToString("0.##########", CultureInfo.InvariantCulture);
    }
}
