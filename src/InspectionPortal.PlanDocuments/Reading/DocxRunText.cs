using System.Text;
using System.Xml;
using System.Xml.Linq;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Whether all words met so far are bold.</summary>
internal sealed class Boldness
{
    private int _bold;
    private int _plain;

    public bool IsAll => _bold > 0 && _plain == 0;

    public void Add(bool isBold, int length)
    {
        _bold += isBold ? length : 0;
        _plain += isBold ? 0 : length;
    }
}

/// <summary>The footnotes and endnotes of a document, by their ids.</summary>
internal static class WordFootnotes
{
    public static Dictionary<string, string> Read(OfficePackage package, string main, ReadingBudget budget)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in (string[])["footnote", "endnote"])
        {
            if (package.Related(main, $"{kind}s") is not { } part)
            {
                continue;
            }

            using var reader = package.Read(part);
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == kind && reader.Depth == 1)
                {
                    var note = XmlFragment.Read(reader, budget);
                    var words = PlainText.Clean(string.Join(' ', note.Descendants("t").Select(t => t.Value)));
                    words = words.Length > ImportLimits.CellCharacters ? words[..ImportLimits.CellCharacters] : words;
                    budget.Text(words.Length);
                    notes[$"{kind}Reference {note.Get("id")}"] = words;
                }
                else
                {
                    reader.Read();
                }
            }
        }

        return notes;
    }
}

/// <summary>Turns paragraphs into lines: deletions left out, insertions taken, lists told from plain text.</summary>
internal sealed class DocxRunText(DocxStyles styles, DocxNumbering numbering, Dictionary<string, string> footnotes, ImportIssues issues,
    ReadingBudget budget)
{
    public int Heading(XElement paragraph) => styles.Heading(paragraph.Child("pPr"));

    public List<SourceLine> Lines(XElement paragraph, List<string>? notes, Boldness? bold = null)
    {
        var words = new StringBuilder();
        var properties = paragraph.Child("pPr");
        Collect(paragraph, new Run(words, notes, bold, styles.IsBold(properties)));
        var (number, level) = styles.List(properties);
        var isListed = number > 0;
        var raw = words.ToString();
        if (!isListed)
        {
            return PlainText.Lines(raw);
        }

        var marker = numbering.Next(number, level);
        var lines = PlainText.Lines(raw, level + 1, marker);
        if (lines.Count == 0 && marker != DocxNumbering.Bullet)
        {
            lines.Add(new SourceLine(marker.TrimEnd('.', ')')));
        }

        return lines;
    }

    public void SayDeleted() => issues.Info("File", "The document has tracked changes. Deleted text was left out.");

    private void Collect(XElement holder, Run run)
    {
        foreach (var element in holder.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "r":
                    AddRun(element, run);
                    break;
                case "del" or "moveFrom":
                    SayDeleted();
                    break;
                case "ins" or "moveTo":
                    issues.Info("File", "The document has tracked changes. Inserted text was included.");
                    Collect(element, run);
                    break;
                case "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "fldSimple" or "customXml" or "bdo" or "dir":
                    Collect(element, run);
                    break;
            }
        }
    }

    private void AddRun(XElement element, Run run)
    {
        var properties = element.Child("rPr");
        if (properties.Child("vanish").IsOn())
        {
            return;
        }

        var before = run.Words.Length;
        foreach (var part in element.Elements())
        {
            AddPart(part, run);
        }

        if ((properties.Child("rFonts").Get("ascii") ?? properties.Child("rFonts").Get("hAnsi")) is { } font && SignFonts.Names(font))
        {
            var signs = SignFonts.Read(font, run.Words.ToString(before, run.Words.Length - before));
            run.Words.Length = before;
            run.Words.Append(signs);
        }

        var added = run.Words.Length - before;
        if (added > 0 && run.Bold is not null)
        {
            var own = properties.Child("b");
            run.Bold.Add(own is null ? run.StyleIsBold : own.IsOn(), added);
        }
    }

    private void AddPart(XElement part, Run run)
    {
        switch (part.Name.LocalName)
        {
            case "t":
                run.Words.Append(part.Value);
                break;
            case "tab":
                run.Words.Append(' ');
                break;
            case "br" when part.Get("type") is null or "textWrapping":
            case "cr":
                run.Words.Append('\n');
                break;
            case "noBreakHyphen":
                run.Words.Append('-');
                break;
            case "sym":
                run.Words.Append(SignFonts.Inserted(part.Get("font"), part.Get("char")));
                break;
            case "AlternateContent":
                AddPart(part.Child("Choice") ?? part.Child("Fallback") ?? part, run);
                break;
            case "drawing" or "pict" or "object" or "Choice" or "Fallback":
                AddBox(part, run);
                break;
            case "footnoteReference" or "endnoteReference":
                if (run.Notes is not null && footnotes.TryGetValue($"{part.Name.LocalName} {part.Get("id")}", out var note)
                    && note.Length > 0)
                {
                    budget.Text(note.Length);
                    run.Notes.Add(note);
                }

                break;
        }
    }

    /// <summary>The words of a text box, each paragraph a line.</summary>
    private void AddBox(XElement drawing, Run run)
    {
        foreach (var paragraph in drawing.Descendants("txbxContent").FirstOrDefault()?.Elements("p") ?? [])
        {
            run.Words.Append('\n');
            Collect(paragraph, run);
            run.Words.Append('\n');
        }
    }

    private sealed record Run(StringBuilder Words, List<string>? Notes, Boldness? Bold, bool StyleIsBold);
}
