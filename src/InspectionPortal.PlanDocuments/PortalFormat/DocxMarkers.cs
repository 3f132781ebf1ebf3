using System.Text.RegularExpressions;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>What in a Word file tells its parts from one another, written and read.</summary>
internal static partial class DocxMarkers
{
    public const string Vision = "Vision: ";
    public const string KeyOutcomes = "Key outcomes";

    /// <summary>Stands where projects hang straight under an aim that has drivers too.</summary>
    public const string NoDriver = "none named";

    public const string Between = " · ";

    /// <summary>What the state line under a title can say, in its order: what the portal knows and no column shows.</summary>
    public static IReadOnlyList<(PlanField Field, string Word)> States { get; } =
    [
        (PlanField.Number, "Number"), (PlanField.Status, "Status"), (PlanField.Rating, "Rating"), (PlanField.Deadline, "Deadline"),
        (PlanField.Leads, "Led by"), (PlanField.Forecast, "Forecast"), (PlanField.Reference, "Refers to"),
    ];

    public const string Reason = "Reason";

    /// <summary>Describes the table of what the columns do not show.</summary>
    public const string More = "More of the plan from Inspection Portal: of a project, by its number, what its columns do not show.";

    /// <summary>Its headers.</summary>
    public static IReadOnlyList<string> MoreHeaders { get; } = ["Number", "What", "Words"];

    /// <summary>What the table is, for those who hear it and for the reader of files.</summary>
    public static string Describe(PlanLayout layout, Vocabulary vocabulary) =>
        $"{ExportedHeaders.TableMark}{string.Join("; ", layout.Columns.Select(c => ExportedHeaders.Of(c.Field)))}{ExportedHeaders.BannerMark}{vocabulary.StretchAimWord}; {vocabulary.KeyDriverWord}";

    public static string Driver(Vocabulary vocabulary, bool isSecondary) =>
        isSecondary ? $"Secondary {EnglishText.Within(vocabulary.KeyDriverWord)}" : vocabulary.KeyDriverWord;

    /// <summary>The title, after its number where no column shows it.</summary>
    public static string Title(PlanLayout layout, string number, string title) => StandsBefore(layout, number)
        ? $"{number} {StepLine.Normal(title).ReplaceLineEndings(" ")}"
        : StepLine.Normal(title).ReplaceLineEndings(" ");

    /// <summary>The parts of a state line by their words; none where the line is no such line.</summary>
    public static IReadOnlyDictionary<string, string> ReadState(string line)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var starts = Starts().Matches(line).ToList();
        if (starts.Count == 0 || starts[0].Index != 0)
        {
            return found;
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Index : line.Length;
            found[starts[i].Groups["word"].Value] = line[(starts[i].Index + starts[i].Length)..end].Trim();
        }

        return found;
    }

    public static string WordOf(PlanField field) => States.FirstOrDefault(s => s.Field == field).Word ?? string.Empty;

    public static bool StandsBefore(PlanLayout layout, string number) =>
        !layout.Has(PlanField.Number) && number.Length > 0 && !number.Any(char.IsWhiteSpace);

    [GeneratedRegex("(?:^| · )(?<word>Number|Status|Rating|Deadline|Led by|Forecast|Refers to|Reason): ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Starts();
}
