using System.Security;

namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>The parts of a Word file beside its text.</summary>
internal static class DocxPackageXml
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/";

    private const string PropertyFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <summary>The same in every file: it names the part within its file.</summary>
    private const string CopyId = "{6E0B7C55-3B0E-4E43-9C39-7D1C0F6E5A10}";

    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static string Styles(int halfPoints) => $"""
        <w:styles {Space}>
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="60"/></w:pPr><w:rPr><w:b/><w:color w:val="12233F"/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="PlanQuiet"><w:name w:val="Plan quiet"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="505A5F"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="PlanCell"><w:name w:val="Plan cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="{halfPoints}"/><w:szCs w:val="{halfPoints}"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="PlanHeader"><w:name w:val="Plan header"/><w:basedOn w:val="PlanCell"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="PlanList"><w:name w:val="Plan list"/><w:basedOn w:val="PlanCell"/></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="PlanState"><w:name w:val="Plan state"/><w:basedOn w:val="PlanCell"/><w:rPr><w:color w:val="505A5F"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="PlanAim"><w:name w:val="Plan aim"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr></w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="12233F"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="12233F"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="D8DBDD"/></w:tblBorders><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        </w:styles>
        """;

    /// <summary>Bullets of cells (1) and of narrative (2), and numbers of narrative (3), each of three levels.</summary>
    public static string Numbering { get; } = $"""
        <w:numbering {Space}>{List(0, 170, "bullet", "•")}{List(1, 360, "bullet", "•")}{List(2, 360, "decimal", null)}
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>
        """;

    public static string Footer(string words) => $"""
        <w:ftr {Space}><w:p><w:pPr><w:pStyle w:val="PlanQuiet"/><w:tabs><w:tab w:val="right" w:pos="15398"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">{Escape(words)}</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
        """;

    public static string Core(string title) => $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{Escape(title)}</dc:title><dc:creator>Inspection Portal</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>
        """;

    /// <summary>A property of the file that people can see and other programs keep.</summary>
    public static string Property(string name, string words) => $"""
        <Properties xmlns="{Office}custom-properties" xmlns:vt="{Office}docPropsVTypes"
        ><property fmtid="{PropertyFormat}" pid="2" name="{name}"
        ><vt:lpwstr>{Escape(words)}</vt:lpwstr></property></Properties>
        """;

    /// <summary>What a part of custom XML is.</summary>
    public static string CustomPart(string space) => $"""
        <ds:datastoreItem ds:itemID="{CopyId}" xmlns:ds="{Office}customXml"><ds:schemaRefs
        ><ds:schemaRef ds:uri="{space}"/></ds:schemaRefs></ds:datastoreItem>
        """;

    public static string Escape(string words) => SecurityElement.Escape(XmlText.Clean(words));

    private static string List(int id, int indent, string format, string? mark) =>
        $"""<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="hybridMultilevel"/>{string.Concat(Enumerable.Range(0, 3).Select(level => $"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{mark ?? $"%{level + 1}."}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent * (level + 1)}" w:hanging="{indent}"/></w:pPr></w:lvl>"""))}</w:abstractNum>""";
}
