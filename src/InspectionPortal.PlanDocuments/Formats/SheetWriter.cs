using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>Writes a sheet row by row: words as words, dates as dates, a frozen header with filters.</summary>
internal sealed class SheetWriter(OpenXmlWriter writer)
{
    /// <summary>More characters no cell of Excel takes.</summary>
    public const int CellLength = 32_767;

    public const uint Words = 1;
    public const uint Header = 2;
    public const uint Day = 3;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>A sheet wider than this is too small to be read on A4.</summary>
    private const int WidestOnA4 = 190;

    private const uint A4 = 9;
    private const uint A3 = 8;

    /// <summary>Excel takes 255 characters over a page, marks included.</summary>
    private const int HeadingLength = 240;

    private uint _row;
    private int _across;

    /// <summary>The letters of a column, from 1.</summary>
    public static string Letters(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    public void Start(IEnumerable<int> columns, bool isFrozen)
    {
        var widths = columns.ToList();
        _across = widths.Sum();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties([new PageSetupProperties { FitToPage = true }]));
        var view = new SheetView { WorkbookViewId = 0 };
        if (isFrozen)
        {
            view.Append(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" } });
        }

        writer.WriteElement(new SheetViews([view]));
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Columns(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
    }

    /// <summary>A row of words and days.</summary>
    public void Row(IEnumerable<object?> cells, uint style = Words)
    {
        writer.WriteStartElement(new Row { RowIndex = ++_row });
        var column = 0;
        foreach (var cell in cells)
        {
            var address = $"{Letters(++column)}{_row}";
            switch (cell)
            {
                case DateOnly day:
                    writer.WriteElement(new Cell([new CellValue((day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture))]) { CellReference = address, StyleIndex = Day });
                    break;
                case string { Length: > 0 } words:
                    writer.WriteElement(new Cell([new InlineString([new Text(Fitting(words)) { Space = SpaceProcessingModeValues.Preserve }])])
                    {
                        CellReference = address,
                        StyleIndex = style,
                        DataType = CellValues.InlineString,
                    });
                    break;
            }
        }

        writer.WriteEndElement();
    }

    /// <summary>Ends the sheet; with filters over so many columns, or none, and with a heading on every page that is printed.</summary>
    public void End(int filtered, string heading)
    {
        writer.WriteEndElement();
        if (filtered > 0)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(filtered)}{_row}" });
        }

        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.9, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = _across > WidestOnA4 ? A3 : A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        var words = XmlText.Clean(heading).Replace("&", "&&", StringComparison.Ordinal);
        writer.WriteElement(new HeaderFooter(
            new OddHeader($"&L&9 {EnglishText.Cut(words, HeadingLength)}"), new OddFooter("&R&9Page &P of &N")));
        writer.WriteEndElement();
    }

    /// <summary>Harmless, without what XML cannot hold, and not longer than a cell can be.</summary>
    private static string Fitting(string words)
    {
        var safe = FormulaInjectionGuard.Of(XmlText.Clean(words));
        return EnglishText.CutKeepingLines(safe, CellLength);
    }
}
