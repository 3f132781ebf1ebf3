using System.Text.RegularExpressions;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>What words of a file mean in the portal's own choices.</summary>
internal static partial class ImportMessages
{
    private static readonly (ProjectStatus Status, string[] Words)[] Statuses =
    [
        (ProjectStatus.NotStarted, ["not started", "not yet started", "to do", "planned", "not begun", "yet to start", "not commenced", "pending"]),
        (ProjectStatus.Stopped, ["stopped", "closed not done", "cancelled", "canceled", "withdrawn", "superseded", "abandoned", "no longer required"]),
        (ProjectStatus.DoneAwaitingEvidence, ["complete", "completed", "done", "finished", "closed", "achieved", "implemented", "done awaiting evidence", "yes", "fully complete", "delivered", "100"]),
        (ProjectStatus.DoneAndEvidenced, ["done and evidenced", "complete and evidenced", "completed and evidenced"]),
        (ProjectStatus.InProgress, ["in progress", "ongoing", "on going", "started", "underway", "under way", "active", "open", "partially complete", "partly complete", "partial", "wip", "in development", "commenced", "continuing", "no"]),
    ];

    /// <summary>What the portal writes in place of a status where nothing has to be done.</summary>
    public static string NoActionNeeded { get; } = StatusLabel.Of("NoActionNeeded");

    /// <summary>True where two titles share so few words that they hardly name the same thing, though a number says they do.</summary>
    public static bool AreStrangers(string? one, string? other)
    {
        var (first, second) = (Parts(one), Parts(other));
        return first.Count > 0 && second.Count > 0 && first.Count(second.Contains) * 4 < Math.Min(first.Count, second.Count);
    }

    private static HashSet<string> Parts(string? title) =>
        [.. HeaderSynonyms.Plain(title ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The rating that a word or colour names; null where none fits, or more than one.</summary>
    public static Rating? RatingOf(IReadOnlyList<Rating> key, string words)
    {
        var plain = HeaderSynonyms.Plain(words);
        if (key.FirstOrDefault(r => HeaderSynonyms.Plain(r.Name) == plain || HeaderSynonyms.Plain(r.Code) == plain) is { } named)
        {
            return named;
        }

        var colour = plain switch
        {
            "g" => "green",
            "a" or "yellow" or "y" or "orange" => "amber",
            "r" => "red",
            "b" => "blue",
            _ => Colours().Matches(plain).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : plain,
        };
        var coloured = key.Where(r => r.Colour == colour).ToList();
        if (coloured is [var fits])
        {
            return fits;
        }

        return key.Where(r => $" {plain} ".Contains($" {HeaderSynonyms.Plain(r.Name)} ", StringComparison.Ordinal)).ToList() is [var part] ? part : null;
    }

    /// <summary>True for words that say that nobody has judged.</summary>
    public static bool IsNoRating(string words) => HeaderSynonyms.Plain(words) is "" or "not rated" or "n a" or "na" or "none" or "tbc" or "tbd" or "not yet rated" or "white" or "grey";

    /// <summary>Where the work is, by a word; null where none fits.</summary>
    public static ProjectStatus? StatusOf(string words)
    {
        var plain = HeaderSynonyms.Plain(words);
        var whole = Statuses.Where(s => s.Words.Contains(plain, StringComparer.Ordinal)).Select(s => (ProjectStatus?)s.Status).FirstOrDefault();
        if (whole is not null)
        {
            return whole;
        }

        var padded = $" {plain} ";
        return padded.Contains(" not ", StringComparison.Ordinal) && !padded.Contains(" not started ", StringComparison.Ordinal)
            ? null
            : Statuses.Where(s => s.Words.Any(w => w.Length > 4 && padded.Contains($" {w} ", StringComparison.Ordinal))).Select(s => (ProjectStatus?)s.Status).FirstOrDefault();
    }

    /// <summary>How alike two texts are by their words, from 0 to 1.</summary>
    public static double Likeness(string one, string other)
    {
        var left = HeaderSynonyms.Plain(one).Split(' ').Where(w => w.Length > 2).ToHashSet(StringComparer.Ordinal);
        var right = HeaderSynonyms.Plain(other).Split(' ').Where(w => w.Length > 2).ToHashSet(StringComparer.Ordinal);
        var all = left.Union(right, StringComparer.Ordinal).Count();
        return all == 0 ? 0 : left.Intersect(right, StringComparer.Ordinal).Count() / (double)all;
    }

    [GeneratedRegex(@"\b(green|amber|red|blue)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Colours();
}
