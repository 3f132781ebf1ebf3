using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>The styles of a workbook's cells: a fill, a format of numbers, a font.</summary>
public sealed class LayoutStyles
{
    private readonly List<(string? Fill, string Kind, bool IsBold)> _used = [(null, "", false)];

    public uint Of(LayoutCell cell)
    {
        var style = (cell.Fill, cell.Kind is "d" or "p" or "wing" ? cell.Kind : "", cell.IsBold);
        if (!_used.Contains(style))
        {
            _used.Add(style);
        }

        return (uint)_used.IndexOf(style);
    }

    public Stylesheet Build()
    {
        var fills = _used.Select(u => u.Fill).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new Stylesheet(
            new Fonts(new Font(), new Font(new Bold()), new Font(new FontName { Val = "Wingdings" })),
            new Fills([
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                .. fills.Select(f => new Fill(new PatternFill(new ForegroundColor { Rgb = new HexBinaryValue($"FF{f}") }) { PatternType = PatternValues.Solid })),
            ]),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(_used.Select(u => new CellFormat
            {
                FillId = u.Fill is null ? 0 : (uint)fills.IndexOf(u.Fill) + 2,
                FontId = u.Kind == "wing" ? 2u : u.IsBold ? 1u : 0u,
                NumberFormatId = u.Kind == "d" ? 14u : u.Kind == "p" ? 9u : 0u,
                ApplyFill = true,
                ApplyNumberFormat = true,
            })));
    }
}
