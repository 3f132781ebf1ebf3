using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Reads an Excel workbook, a row at a time: values as shown, formulas by the value last computed.</summary>
internal sealed class SheetReader
{
    private readonly OfficePackage _package;
    private readonly ImportIssues _issues;
    private readonly SheetStyles _styles;
    private readonly List<string> _shared;
    private readonly ReadingBudget _budget;
    private bool _from1904;

    private SheetReader(OfficePackage package, ImportIssues issues, ReadingBudget budget)
    {
        _package = package;
        _issues = issues;
        _budget = budget;
        _styles = SheetStyles.Read(package, package.MainPart!, budget);
        _shared = SharedTexts();
    }

    public static SourceDocument Read(OfficePackage package, string name, ImportIssues issues, ReadingBudget budget)
    {
        var reader = new SheetReader(package, issues, budget);
        var blocks = reader.Sheets().Select(s => (SourceBlock)reader.ReadSheet(s.Name, s.Part)).ToList();
        return new SourceDocument(name, blocks);
    }

    private List<(string Name, string Part)> Sheets()
    {
        var targets = _package.Relationships(_package.MainPart!).Where(r => r.Type == "worksheet").ToDictionary(r => r.Id, r =>
            r.Target, StringComparer.Ordinal);
        var sheets = new List<(string Name, string Part)>();
        using var reader = _package.Read(_package.MainPart!);
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                _from1904 = reader.GetAttribute("date1904") is "1" or "true";
            }

            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                reader.Read();
                continue;
            }

            var element = XmlFragment.Read(reader, _budget);
            _budget.Row();
            var name = PlainText.Clean(element.Get("name") ?? $"{sheets.Count + 1}");
            if (element.Get("state") is "hidden" or "veryHidden")
            {
                _issues.Info($"Sheet '{name}'", "This sheet is hidden, so it was left out.");
            }
            else if (element.Get("id") is { } id && targets.TryGetValue(id, out var part) && _package.Has(part))
            {
                sheets.Add((name, part));
            }
        }

        return sheets;
    }

    private List<string> SharedTexts()
    {
        var texts = new List<string>();
        if (_package.Related(_package.MainPart!, "sharedStrings") is not { } part)
        {
            return texts;
        }

        using var reader = _package.Read(part);
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                var text = Rich(XmlFragment.Read(reader, _budget));
                _budget.Text(text.Length);
                texts.Add(text);
                if (texts.Count > ImportLimits.SharedTexts)
                {
                    throw new ImportException(ImportLimits.TooManyRows);
                }
            }
            else
            {
                reader.Read();
            }
        }

        return texts;
    }

    private static string Rich(XElement element) => string.Concat(
        element.Descendants("t").Where(t => t.Parent?.Name.LocalName != "rPh").Select(t => t.Value)).Replace("_x000D_", "",
            StringComparison.Ordinal);

    private SourceTable ReadSheet(string name, string part)
    {
        var where = $"Sheet '{name}'";
        var read = new SheetRows(_budget);
        using var reader = _package.Read(part);
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    AddRow(XmlFragment.Read(reader, _budget), read);
                    break;
                case "col":
                    read.HasHiddenColumns |= reader.GetAttribute("hidden") is "1" or "true";
                    reader.Skip();
                    break;
                case "mergeCell":
                    read.AddMerge(reader.GetAttribute("ref") ?? "");
                    reader.Skip();
                    break;
                case "worksheet" or "sheetData" or "cols" or "mergeCells":
                    reader.Read();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        Say(where, read);
        return new SourceTable(where, read.Build(where), name);
    }

    private void Say(string where, SheetRows read)
    {
        if (read.Hidden > 0)
        {
            _issues.Info(where, $"{Counted(read.Hidden, "row is", "rows are")} hidden in the sheet. {(read.Hidden == 1 ? "It was" : "They were")} read too.");
        }

        if (read.HasHiddenColumns)
        {
            _issues.Info(where, "The sheet has hidden columns. They were read too.");
        }

        if (read.Formulas > 0)
        {
            _issues.Info(where, $"{Counted(read.Formulas, "cell has a formula", "cells have formulas")}. The last calculated value was used.");
        }
    }

    private static string Counted(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private void AddRow(XElement row, SheetRows read)
    {
        _budget.Row();
        var number = DocxStyles.Number(row.Get("r")) ?? read.LastRow + 1;
        read.LastRow = number;
        read.Hidden += row.Get("hidden") is "1" or "true" ? 1 : 0;
        var column = 0;
        foreach (var element in row.Elements("c"))
        {
            column = element.Get("r") is { } address ? SheetRows.Column(address) : column + 1;
            if (column is < 1 or > ImportLimits.Columns)
            {
                continue;
            }

            var cell = ReadCell(element, $"cell {SheetRows.Letters(column)}{number.ToString(CultureInfo.InvariantCulture)}", read);
            if (!cell.IsBlank || cell.Fill is not null)
            {
                read.Add(number, column, cell);
            }
        }
    }

    private SourceCell ReadCell(XElement element, string where, SheetRows read)
    {
        var style = _styles[DocxStyles.Number(element.Get("s")) ?? 0];
        var stored = element.Child("v")?.Value;
        if (element.Child("f") is not null)
        {
            read.Formulas++;
            if (stored is null)
            {
                _issues.Warn(where, "This cell has a formula that was never calculated, so it was read as blank. Open the file in Excel, save it and try again.");
            }
        }

        var text = element.Get("t") switch
        {
            "s" => _shared.ElementAtOrDefault(DocxStyles.Number(stored) ?? -1) ?? "",
            "inlineStr" => element.Child("is") is { } rich ? Rich(rich) : "",
            "b" => stored == "1" ? "Yes" : "No",
            "e" => Wrong(where, stored),
            "str" or "d" => stored ?? "",
            _ => stored is null ? "" : style.Show(stored, _from1904),
        };
        text = style.Signs is { } font ? SignFonts.Read(font, text) : text;
        if (element.Get("t") is "s" or "inlineStr" or "str")
        {
            text = FormulaInjectionGuard.Back(text);
        }

        _budget.Cell(text.Length);
        return new SourceCell { Lines = PlainText.Numbered(PlainText.Lines(text.Replace("\r\n", "\n", StringComparison.Ordinal))),
            Fill = style.Fill, IsBold = style.IsBold };
    }

    private string Wrong(string where, string? error)
    {
        _issues.Warn(where, $"This cell shows the error {error}, so it was read as blank.");
        return "";
    }
}
