using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>Where each kind of file keeps the copy of its plan.</summary>
internal static partial class PlanCopyCarrier
{
    /// <summary>The namespace of the part of a Word file that holds the copy.</summary>
    public const string Space = "urn:inspection-portal:plan";

    /// <summary>The property of a Word file that says what its table holds. It stays where other programs drop the copy.</summary>
    public const string Property = "InspectionPortalPlan";

    /// <summary>The sheet of a workbook that holds it.</summary>
    public const string Sheet = "Copy for import";

    /// <summary>The header of the columns of a CSV file that hold it.</summary>
    public const string Header = "Copy for import";

    /// <summary>A piece fits into a cell of any spreadsheet program.</summary>
    private const int PieceLength = 30_000;

    /// <summary>The line of a copy in numbered pieces, so that their order does not matter.</summary>
    public static IReadOnlyList<string> Pieces(string line)
    {
        var pieces = line.Chunk(PieceLength).ToList();
        return [.. pieces.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}/{pieces.Count}:{new string(p)}"))];
    }

    /// <summary>The copy in a Word file; null where it has none.</summary>
    public static PlanCopy? FromWord(OfficePackage package, ImportIssues issues, ReadingBudget budget)
    {
        var parts = package.Relationships(package.MainPart!).Where(r => r.Type == "customXml" && package.Has(r.Target));
        foreach (var part in parts.Select(r => r.Target))
        {
            using var reader = package.Read(part);
            if (reader.MoveToContent() == XmlNodeType.Element && reader.NamespaceURI == Space)
            {
                return Counted(PlanCopy.Unpack(reader.ReadElementContentAsString(), issues), budget);
            }
        }

        return null;
    }

    /// <summary>What the table of a Word file holds, as its property says; null where it has none.</summary>
    public static string? TableOfWord(OfficePackage package)
    {
        if (package.Related("", "custom-properties") is not { } part)
        {
            return null;
        }

        using var reader = package.Read(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "property" } && reader.GetAttribute("name") == Property
                && reader.Read())
            {
                reader.MoveToContent();
                return reader.NodeType == XmlNodeType.Element ? reader.ReadElementContentAsString() : null;
            }
        }

        return null;
    }

    /// <summary>The copy in a workbook or CSV file, and the file without it.</summary>
    public static SourceDocument FromTables(SourceDocument document, ImportIssues issues, ReadingBudget budget)
    {
        var sheet = document.Blocks.OfType<SourceTable>().FirstOrDefault(t => t.SheetName == Sheet);
        if (sheet is not null)
        {
            var copy = Counted(Joined(sheet.Rows.SelectMany(r => r.Cells), issues), budget);
            return document with { Blocks = [.. document.Blocks.Where(b => b != sheet)], Copy = copy };
        }

        if (document.Blocks is not [SourceTable { Rows: [var headers, ..] } table] || headers.Cells.All(c => !IsHeader(c)))
        {
            return document;
        }

        var columns = Enumerable.Range(0, headers.Cells.Count).Where(i => IsHeader(headers.Cells[i])).ToHashSet();
        var pieces = table.Rows.Skip(1).SelectMany(r => r.Cells.Where((_, i) => columns.Contains(i)));
        var rest = table with { Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Where((_, i) => !columns.Contains(i))] })] };
        return document with { Blocks = [rest], Copy = Counted(Joined(pieces, issues), budget) };
    }

    /// <summary>A copy counts as text of the file.</summary>
    private static PlanCopy? Counted(PlanCopy? copy, ReadingBudget budget)
    {
        budget.Text(copy?.Json.Length ?? 0);
        return copy;
    }

    private static bool IsHeader(SourceCell cell) => HeaderText().IsMatch(cell.Text);

    private static PlanCopy? Joined(IEnumerable<SourceCell> cells, ImportIssues issues)
    {
        var found = cells.Select(c => Piece().Match(c.Text)).Where(m => m.Success)
            .Select(m => (Number: Number(m, "number"), Of: Number(m, "of"), Text: m.Groups["text"].Value))
            .DistinctBy(p => p.Number).OrderBy(p => p.Number).ToList();
        return found.Count > 0 && found[^1].Number == found.Count && found.TrueForAll(p => p.Of == found.Count)
            ? PlanCopy.Unpack(string.Concat(found.Select(p => p.Text)), issues)
            : PlanCopy.Damaged(issues);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex($@"^{Header}(?: \d+)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderText();

    [GeneratedRegex(
        @"^(?<number>\d{1,6})/(?<of>\d{1,6}):(?<text>\S+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Piece();
}
