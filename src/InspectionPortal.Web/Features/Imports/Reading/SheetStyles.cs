using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace InspectionPortal.Web.Features.Imports.Reading;

/// <summary>How a workbook's cells show their numbers, and their colours.</summary>
internal sealed class SheetStyles
{
    private readonly List<SheetStyle> styles = [];

    public static SheetStyles Read(OfficePackage package, string main)
    {
        var found = new SheetStyles();
        if (package.Related(main, "styles") is not { } part)
        {
            return found;
        }

        var formats = new Dictionary<int, string>();
        List<string?> fills = [];
        List<bool> fonts = [];
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
                    Formats(XmlPiece.Read(reader), formats);
                    break;
                case "fills":
                    fills = XmlPiece.Read(reader).Elements("fill").Select(Fill).ToList();
                    break;
                case "fonts":
                    fonts = XmlPiece.Read(reader).Elements("font").Select(f => f.Child("b").IsOn()).ToList();
                    break;
                case "cellXfs":
                    found.styles.AddRange(XmlPiece.Read(reader).Elements("xf").Select(x => new SheetStyle(
                        Format(WordStyles.Number(x.Get("numFmtId")) ?? 0, formats),
                        fills.ElementAtOrDefault(WordStyles.Number(x.Get("fillId")) ?? 0),
                        fonts.ElementAtOrDefault(WordStyles.Number(x.Get("fontId")) ?? 0))));
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

    public SheetStyle this[int index] => index >= 0 && index < styles.Count ? styles[index] : SheetStyle.Plain;

    private static void Formats(XElement element, Dictionary<int, string> formats)
    {
        foreach (var format in element.Elements("numFmt"))
        {
            if (WordStyles.Number(format.Get("numFmtId")) is { } id)
            {
                formats[id] = format.Get("formatCode") ?? "";
            }
        }
    }

    private static string? Fill(XElement fill)
    {
        var pattern = fill.Child("patternFill");
        var colour = pattern.Get("patternType") == "solid" ? pattern.Child("fgColor").Get("rgb") : null;
        return colour is { Length: 8 } && !colour.EndsWith("FFFFFF", StringComparison.OrdinalIgnoreCase) ? colour[2..].ToUpperInvariant() : null;
    }

    private static SheetNumber Format(int id, Dictionary<int, string> formats) => id switch
    {
        9 or 10 => SheetNumber.Percent,
        17 => SheetNumber.Month,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) when id is not (18 or 19 or 20 or 21) => SheetNumber.Day,
        _ when formats.TryGetValue(id, out var code) => OfCode(code),
        _ => SheetNumber.Plain,
    };

    private static SheetNumber OfCode(string code)
    {
        var bare = System.Text.RegularExpressions.Regex.Replace(
            code.ToLowerInvariant(), "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        bare = bare.Split(';')[0];
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
}

internal enum SheetNumber
{
    Plain,
    Percent,
    Day,
    Month,
}

internal sealed record SheetStyle(SheetNumber Number, string? Fill, bool IsBold)
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
            var day = DateTime.FromOADate(Math.Floor(value) + (from1904 ? 1462 : 0));
            return day.ToString(Number == SheetNumber.Day ? "d MMMM yyyy" : "MMMM yyyy", CultureInfo.InvariantCulture);
        }

        return Number == SheetNumber.Percent
            ? $"{Math.Round(value * 100, 10).ToString("0.##########", CultureInfo.InvariantCulture)}%"
            : Math.Round(value, 10).ToString("0.##########", CultureInfo.InvariantCulture);
    }
}
