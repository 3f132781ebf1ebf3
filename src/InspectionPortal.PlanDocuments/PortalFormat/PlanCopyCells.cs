using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>
/// Marks of the cells of a file as it was written: the number of a project, or "aim" and the number of an aim, then the name of a
/// column, then the marks of the cell. Two projects with the same number share them.
/// </summary>
public sealed partial class PlanCopyCells : Dictionary<string, Dictionary<string, List<string>>>
{
    private const int MarkLength = 16;

    /// <summary>What the cells of an aim are kept under.</summary>
    public static string KeyOfAim(string? number) => $"aim {number}";

    /// <summary>True for texts that differ by no more than spaces, lines and the signs of lists.</summary>
    internal static bool AreSame(string one, string other) =>
        Text(PlainText.Lines(one)) == Text(PlainText.Lines(other)) || Text(InOneLine(one)) == Text(InOneLine(other));

    /// <summary>Marks a cell.</summary>
    internal void Add(string key, string column, IEnumerable<SourceLine> lines)
    {
        var text = Text(lines);
        if (text.Length == 0)
        {
            return;
        }

        TryAdd(key, new Dictionary<string, List<string>>(StringComparer.Ordinal));
        this[key].TryAdd(column, []);
        this[key][column].Add(Mark(text));
    }

    /// <summary>True where the cell still says what it said when the file was written, but for spaces and the signs of lists.</summary>
    internal bool IsSame(string key, string column, IEnumerable<SourceLine> lines) =>
        this.GetValueOrDefault(key)?.GetValueOrDefault(column) is { } marks
        && marks.Contains(Mark(Text(lines)), StringComparer.Ordinal);

    /// <summary>As a title is read, with the signs of its lists within the line.</summary>
    private static IEnumerable<SourceLine> InOneLine(string text) =>
        [new SourceLine(ExportedText.Of(PlainText.Lines(text)).ReplaceLineEndings(" "))];

    private static string Text(IEnumerable<SourceLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var words = line.Marker is null or DocxNumbering.Bullet ? line.Text : $"{line.Marker}{line.Text}";
            foreach (var part in words.ReplaceLineEndings("\n").Split('\n'))
            {
                var bare = ListSign().Replace(part.Trim(), string.Empty);
                text.Append([.. bare.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c != '\uFFFD')]);
            }
        }

        return text.ToString();
    }

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..MarkLength];

    [GeneratedRegex(@"^[-–—•*]\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListSign();
}
