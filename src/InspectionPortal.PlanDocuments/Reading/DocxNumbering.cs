using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Counts a document's numbered lists as Word does, so that "1.", "a)" and "2.3" can be read where nobody typed them.</summary>
internal sealed class DocxNumbering
{
    public const string Bullet = "•";

    private readonly Dictionary<int, Level[]> _shapes = [];
    private readonly Dictionary<int, int> _shapeOf = [];
    private readonly Dictionary<int, Level[]> _changed = [];
    private readonly Dictionary<int, int[]> _counters = [];

    public static DocxNumbering Read(OfficePackage package, string main, ReadingBudget budget)
    {
        var found = new DocxNumbering();
        if (package.Related(main, "numbering") is not { } part)
        {
            return found;
        }

        using var reader = package.Read(part);
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "abstractNum" or "num" })
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

    /// <summary>The mark of the next entry of a list: a bullet, or its number as shown.</summary>
    public string Next(int number, int level)
    {
        if (!_shapeOf.TryGetValue(number, out var shapeId) || !_shapes.TryGetValue(shapeId, out var levels))
        {
            return Bullet;
        }

        levels = _changed.GetValueOrDefault(number, levels);
        var shape = levels[level];
        if (shape.Format is "bullet" or "none")
        {
            return Bullet;
        }

        var counts = Counts(_changed.ContainsKey(number) ? -number - 1 : shapeId);
        counts[level] = counts[level] == 0 ? shape.Start : counts[level] + 1;
        Array.Clear(counts, level + 1, counts.Length - level - 1);
        return Shown(levels, counts, level);
    }

    private static string Shown(Level[] levels, int[] counts, int level)
    {
        var text = new StringBuilder(levels[level].Text);
        for (var i = 0; i <= level; i++)
        {
            text.Replace($"%{i + 1}", Word(levels[i].Format, counts[i] == 0 ? levels[i].Start : counts[i]));
        }

        return text.ToString();
    }

    private static string Word(string format, int count) => format switch
    {
        "lowerLetter" when count is >= 1 and <= 26 => ((char)('a' + count - 1)).ToString(),
        "upperLetter" when count is >= 1 and <= 26 => ((char)('A' + count - 1)).ToString(),
        "lowerRoman" => Roman(count).ToLowerInvariant(),
        "upperRoman" => Roman(count),
        "decimalZero" => count.ToString("00", CultureInfo.InvariantCulture),
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int count)
    {
        (int Value, string Sign)[] signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();
        count = Math.Clamp(count, 0, 399);
        foreach (var (value, sign) in signs)
        {
            for (; count >= value; count -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    private int[] Counts(int key)
    {
        if (!_counters.TryGetValue(key, out var counts))
        {
            _counters[key] = counts = new int[9];
        }

        return counts;
    }

    private void Add(XElement element)
    {
        if (element.Name.LocalName == "num")
        {
            AddNumber(element);
            return;
        }

        if (DocxStyles.Number(element.Get("abstractNumId")) is { } id)
        {
            var levels = Enumerable.Range(0, 9).Select(i => new Level("bullet", "", 1)).ToArray();
            Fill(levels, element.Elements("lvl"));
            _shapes[id] = levels;
        }
    }

    private void AddNumber(XElement element)
    {
        if (DocxStyles.Number(element.Get("numId")) is not { } id || DocxStyles.Number(element.Child("abstractNumId").Get("val")) is not { } shape)
        {
            return;
        }

        _shapeOf[id] = shape;
        var overrides = element.Elements("lvlOverride").ToList();
        if (overrides.Count == 0 || !_shapes.TryGetValue(shape, out var levels))
        {
            return;
        }

        var own = (Level[])levels.Clone();
        Fill(own, overrides.SelectMany(o => o.Elements("lvl")));
        foreach (var change in overrides)
        {
            if (DocxStyles.Number(change.Get("ilvl")) is { } level and >= 0 and < 9
                && DocxStyles.Number(change.Child("startOverride").Get("val")) is { } start)
            {
                own[level] = own[level] with { Start = start };
            }
        }

        _changed[id] = own;
    }

    private static void Fill(Level[] levels, IEnumerable<XElement> elements)
    {
        foreach (var level in elements)
        {
            if (DocxStyles.Number(level.Get("ilvl")) is { } index and >= 0 and < 9)
            {
                levels[index] = new Level(
                    level.Child("numFmt").Get("val") ?? "decimal",
                    level.Child("lvlText").Get("val") is { Length: <= ImportLimits.FormatCharacters } text ? text : "",
                    DocxStyles.Number(level.Child("start").Get("val")) ?? 1);
            }
        }
    }

    private sealed record Level(string Format, string Text, int Start);
}
