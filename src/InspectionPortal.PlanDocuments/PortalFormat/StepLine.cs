using InspectionPortal.PlanDocuments.Building;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>
/// A sub-action in a line of a cell: "text (owners – deadline)". Where these words would be read as something else, for a
/// text may end in brackets of its own, "text [owners | deadline]", with either side blank where there is none.
/// </summary>
/// <param name="Text">The action.</param>
/// <param name="Owners">Who does it, in words; null for nobody.</param>
/// <param name="Deadline">When; null where nothing is said.</param>
internal sealed record StepLine(string Text, string? Owners, string? Deadline)
{
    private static readonly LeadNames NoNames = new(ImportHints.None);

    /// <summary>The words as a cell gives them back: lines with single spaces, none blank.</summary>
    public static string Normal(string? text) =>
        string.Join('\n', (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n').Select(l => PlainText.Clean(l.Trim())).Where(l => l.Length > 0));

    public static string Write(string text, string? owners, string? deadline)
    {
        var step = new StepLine(Normal(text), Said(owners), Said(deadline));
        var ends = string.Join(" – ", new[] { step.Owners, step.Deadline }.Where(e => e is not null));
        var plain = ends.Length == 0 ? step.Text : $"{step.Text} ({ends})";
        return Read(plain) == step ? plain : $"{step.Text} [{$"{step.Owners} | {step.Deadline}".Trim()}]";
    }

    public static StepLine Read(string line)
    {
        var open = line.EndsWith(']') ? Opening(line) : -1;
        if (open >= 0 && line.IndexOf('|', open) is var bar and > 0)
        {
            return new StepLine(line[..open].TrimEnd(' '), Said(line[(open + 1)..bar]), Said(line[(bar + 1)..^1]));
        }

        var read = OwnerDate.Read(line, NoNames);
        return new StepLine(read.Text, read.Owner, read.Date);
    }

    /// <summary>Where the bracket opens that the end of the line closes.</summary>
    private static int Opening(string line)
    {
        var depth = 0;
        for (var i = line.Length - 1; i >= 0; i--)
        {
            depth += line[i] == ']' ? 1 : line[i] == '[' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? Said(string? words) => Normal(words).ReplaceLineEndings(" ") is { Length: > 0 } said ? said : null;
}
