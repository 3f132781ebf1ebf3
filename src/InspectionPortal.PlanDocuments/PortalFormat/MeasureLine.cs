using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>A measure in a line of a cell: "title [Targets: 50% by June 2020; 75% by June 2021] [Due: Dec17]".</summary>
internal static partial class MeasureLine
{
    public static string Write(string title, IReadOnlyList<string> targets, string deadline)
    {
        var line = StepLine.Normal(title);
        if (targets.Count > 0)
        {
            line += $" [{(targets.Count == 1 ? "Target" : "Targets")}: {Bare(string.Join("; ", targets))}]";
        }

        return deadline.Length > 0 ? $"{line} [Due: {Bare(deadline)}]" : line;
    }

    /// <summary>The title alone.</summary>
    public static string Title(string line) => Ends().Replace(line, string.Empty);

    private static string Bare(string words) => StepLine.Normal(words).Replace('\n', ' ').Replace('[', '(').Replace(']', ')');

    [GeneratedRegex(@"(?: \[Targets?: [^\[\]]*\])?(?: \[Due: [^\[\]]*\])?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ends();
}
