using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>What a document's styles say about headings, lists and bold.</summary>
internal sealed class DocxStyles
{
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public static DocxStyles Read(OfficePackage package, string main, ReadingBudget budget)
    {
        var found = new DocxStyles();
        if (package.Related(main, "styles") is not { } part)
        {
            return found;
        }

        using var reader = package.Read(part);
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "style" })
            {
                found.Add(XmlFragment.Read(reader, budget));
            }
            else
            {
                reader.Read();
            }
        }

        return found;
    }

    /// <summary>1 to 9 for a heading, 0 for anything else.</summary>
    public int Heading(XElement? properties)
    {
        if (Number(properties.Child("outlineLvl").Get("val")) is { } level and < 9)
        {
            return level + 1;
        }

        if (properties.Child("pStyle").Get("val") is not { } id)
        {
            return 0;
        }

        return _styles.ContainsKey(id) ? Chain(id).Select(s => s.Heading).FirstOrDefault(h => h > 0) : ByName(id);
    }

    /// <summary>The list that a paragraph belongs to by itself or by its style; number 0 means none.</summary>
    public (int Number, int Level) List(XElement? properties)
    {
        var own = properties.Child("numPr");
        var chain = properties.Child("pStyle").Get("val") is { } id ? Chain(id).ToList() : [];
        var number = Number(own.Child("numId").Get("val")) ?? chain.Select(s => s.ListNumber).FirstOrDefault(n => n is not null);
        var level = Number(own.Child("ilvl").Get("val")) ?? chain.Select(s => s.ListLevel).FirstOrDefault(n => n is not null);
        return (number ?? 0, Math.Clamp(level ?? 0, 0, 8));
    }

    public bool IsBold(XElement? paragraph) =>
        paragraph.Child("pStyle").Get("val") is { } id && Chain(id).Select(s => s.IsBold).FirstOrDefault(b => b is not null) == true;

    /// <summary>A file that some program made may leave its styles out; the usual names still say what they are.</summary>
    private static int ByName(string id) =>
        id is "Title" ? 1 : id.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) && Number(id["Heading".Length..]) is { } level and >= 1 and <= 9 ? level : 0;

    internal static int? Number(string? words) =>
        int.TryParse(words, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Add(XElement element)
    {
        if (element.Get("styleId") is not { } id)
        {
            return;
        }

        var name = element.Child("name").Get("val")?.ToLowerInvariant() ?? "";
        var paragraph = element.Child("pPr");
        var heading = name.StartsWith("heading ", StringComparison.Ordinal) ? Number(name[8..]) ?? 0 : 0;
        heading = name == "title" ? 1 : heading;
        heading = heading == 0 && Number(paragraph.Child("outlineLvl").Get("val")) is { } outline and < 9 ? outline + 1 : heading;
        var list = paragraph.Child("numPr");
        var bold = element.Child("rPr").Child("b");
        _styles[id] = new Style(
            element.Child("basedOn").Get("val"),
            heading,
            Number(list.Child("numId").Get("val")),
            Number(list.Child("ilvl").Get("val")),
            bold is null ? null : bold.IsOn());
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var steps = 0; id is not null && steps < 20 && _styles.TryGetValue(id, out var style); steps++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed record Style(string? BasedOn, int Heading, int? ListNumber, int? ListLevel, bool? IsBold);
}
