namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>Writes an Excel workbook around its sheets.</summary>
internal static class WorkbookPackage
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Related = "officeDocument/2006/relationships/";
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    public static void Write(Stream stream, string title, params WorkbookSheet[] sheets)
    {
        using var file = new OfficeFile(stream);
        var numbered = sheets.Select((sheet, i) => (Sheet: sheet, Number: i + 1)).ToList();
        file.AddTypes(
        [
            ("xl/workbook.xml", $"{Main}sheet.main+xml"), ("xl/styles.xml", $"{Main}styles+xml"),
            .. numbered.Select(s => ($"xl/worksheets/sheet{s.Number}.xml", $"{Main}worksheet+xml")),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ]);
        file.AddRelations(
            "_rels/.rels", ("rId1", $"{Related}officeDocument", "xl/workbook.xml"),
            ("rId2", "package/2006/relationships/metadata/core-properties", "docProps/core.xml"));
        file.AddRelations(
            "xl/_rels/workbook.xml.rels",
            [
                .. numbered.Select(s => ($"rId{s.Number}", $"{Related}worksheet", $"worksheets/sheet{s.Number}.xml")),
                ($"rId{sheets.Length + 1}", $"{Related}styles", "styles.xml"),
            ]);
        file.Add("docProps/core.xml", DocxPackageXml.Core(title));
        file.Add("xl/styles.xml", Styles);
        file.Add("xl/workbook.xml", Workbook(numbered));
        foreach (var (sheet, number) in numbered)
        {
            file.Add($"xl/worksheets/sheet{number}.xml", writer => sheet.Write(new SheetWriter(writer)));
        }
    }

    private static string Workbook(IReadOnlyList<(WorkbookSheet Sheet, int Number)> sheets)
    {
        var tabs = string.Concat(sheets.Select(s => $"<sheet name=\"{s.Sheet.Name}\" sheetId=\"{s.Number}\" r:id=\"rId{s.Number}\"/>"));
        var titles = string.Concat(sheets.Where(s => s.Sheet.RepeatsHeader)
            .Select(s => $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{s.Number - 1}\">'{s.Sheet.Name}'!$1:$1</definedName>"));
        var names = titles.Length == 0 ? string.Empty : $"<definedNames>{titles}</definedNames>";
        return $"""
            <workbook {Space} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{tabs}</sheets>{names}</workbook>
            """;
    }

    /// <summary>Words (1), headers (2), days (3).</summary>
    private static string Styles => $"""
        <styleSheet {Space}><numFmts count="1"><numFmt numFmtId="164" formatCode="d\ mmmm\ yyyy"/></numFmts>
        <fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF12233F"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFB1B4B6"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;
}
