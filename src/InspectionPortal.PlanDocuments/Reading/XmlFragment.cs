using System.Xml;
using System.Xml.Linq;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Takes one element of a large part into memory, within limits, without pictures and the like.</summary>
internal static class XmlFragment
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "object", "binData", "blip", "Fallback", "instrText", "delText", "delInstrText", "rPrChange", "pPrChange", "tcPrChange", "trPrChange", "tblPrChange",
    };

    /// <summary>Reads the element the reader stands on; afterwards the reader stands behind it.</summary>
    public static XElement Read(XmlReader reader, ReadingBudget budget)
    {
        var root = Shell(reader);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return root;
        }

        var depth = reader.Depth;
        var current = root;
        var count = 0;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when Skipped.Contains(reader.LocalName):
                    reader.Skip();
                    continue;
                case XmlNodeType.Element:
                    if (++count > ImportLimits.Elements || reader.Depth - depth > ImportLimits.Depth)
                    {
                        throw new ImportException(ImportLimits.TooMuchInside);
                    }

                    budget.Step();
                    var child = Shell(reader);
                    current.Add(child);
                    current = reader.IsEmptyElement ? current : child;
                    break;
                case XmlNodeType.EndElement:
                    current = current.Parent ?? root;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                    current.Add(new XText(reader.Value));
                    break;
            }

            reader.Read();
        }

        reader.Read();
        return root;
    }

    /// <summary>An attribute by its local name.</summary>
    public static string? Get(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    /// <summary>The first child with a local name.</summary>
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>Whether a switch such as bold is there and not turned off.</summary>
    public static bool IsOn(this XElement? element) => element is not null && element.Get("val") is not ("0" or "false" or "none" or "off");

    private static XElement Shell(XmlReader reader)
    {
        var element = new XElement(reader.LocalName);
        if (reader.AttributeCount > ImportLimits.Attributes)
        {
            throw new ImportException(ImportLimits.TooMuchInside);
        }

        if (reader.HasAttributes)
        {
            while (reader.MoveToNextAttribute())
            {
                if (reader.Prefix != "xmlns" && reader.Name != "xmlns" && !reader.LocalName.StartsWith("rsid", StringComparison.Ordinal))
                {
                    element.SetAttributeValue(reader.LocalName, reader.Value);
                }
            }

            reader.MoveToElement();
        }

        return element;
    }
}
