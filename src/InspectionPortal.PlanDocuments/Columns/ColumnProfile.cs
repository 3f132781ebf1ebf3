using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Building;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>What the cells of a column look like. Each share is of the filled cells, from 0 to 1, whatever the header is.</summary>
internal sealed partial class ColumnProfile
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>As many cells as tell what a column holds.</summary>
    private const int Sample = 200;

    private readonly List<string> _filled;

    public ColumnProfile(FileColumn column)
    {
        _filled = [.. column.Cells.Where(c => c.Length > 0).Take(Sample)];
        Filled = _filled.Count;
        Blanks = column.Cells.Count == 0 ? 1 : 1 - (column.Cells.Count(c => c.Length > 0) / (double)column.Cells.Count);
        Length = Filled == 0 ? 0 : _filled.Average(c => c.Length);
        Colours = column.Fills.Count == 0 ? 0 : column.Fills.Take(Sample).Count(f =>
            CellContent.Colour(f) is not null) / (double)Math.Min(column.Fills.Count, Sample);
        Kinds = column.Fills.Select(CellContent.Colour).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        Distinct = Filled == 0 ? 1 : _filled.Distinct(StringComparer.OrdinalIgnoreCase).Count() / (double)Filled;
        Dates = Share(t => CellContent.IsDeadline(t) && !Year().IsMatch(t));
        Names = Share(t => PostNames.LooksLikePost(t.ReplaceLineEndings("; ")));
        Ratings = Share(t => CellContent.IsRating(t) || CellContent.RatedWords(t) is not null);
        Statuses = Share(CellContent.IsStatus);
        Numbers = Share(CellContent.IsNumber);
        Named = Share(t => NamedNumber().IsMatch(t));
        Urgencies = Share(CellContent.IsUrgency);
        Ticks = Share(CellContent.IsTick);
        Percents = Share(t => Percent().IsMatch(t));
        Amounts = Share(t => Amount().IsMatch(t));
        Links = Share(t => t.Contains("://", StringComparison.Ordinal));
        Tasks = Share(t => CategoryActions.Task().IsMatch(Start().Replace(t, "")));
        Demands = Share(t => Demand().IsMatch(t));
        Reports = Share(t => Report().IsMatch(t));
        Answers = Share(t => Answer().IsMatch(t));
        Owned = Share(t => OwnerAndDate().IsMatch(t));
    }

    public int Filled { get; }

    public double Blanks { get; }

    public double Length { get; }

    /// <summary>Cells with the fill of a rating.</summary>
    public double Colours { get; }

    /// <summary>How many different ratings the fills show.</summary>
    public int Kinds { get; }

    public double Distinct { get; }

    public double Dates { get; }

    public double Names { get; }

    public double Ratings { get; }

    public double Statuses { get; }

    public double Numbers { get; }

    /// <summary>A word and its number: "Aim 1", "Goal 2".</summary>
    public double Named { get; }

    public double Urgencies { get; }

    public double Ticks { get; }

    public double Percents { get; }

    /// <summary>Sums of money.</summary>
    public double Amounts { get; }

    public double Links { get; }

    /// <summary>Begins with a verb of doing: "Write", "Agree".</summary>
    public double Tasks { get; }

    /// <summary>Says what should be: "should", "ensure", "must".</summary>
    public double Demands { get; }

    /// <summary>Says what was done: "has been", "completed", "agreed".</summary>
    public double Reports { get; }

    /// <summary>Says whether a recommendation is taken: "Accepted", "Not agreed".</summary>
    public double Answers { get; }

    /// <summary>Ends in "(owner – date)".</summary>
    public double Owned { get; }

    private double Share(Func<string, bool> test) => _filled.Count == 0 ? 0 : _filled.Count(test) / (double)_filled.Count;

    [GeneratedRegex(@"^\s*[<>≤≥~]?\s*\d+(?:\.\d+)?\s*%\s*$", Options)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\s*(?:19|20)\d\d\s*$", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\s*\p{L}{3,}\s+\d{1,3}\s*$", Options)]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"[£€$]\s?\d", Options)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:\(?[0-9]{1,2}[a-z]?[.)]|\(?[a-z][.)])\s*", Options)]
    private static partial Regex Start();

    [GeneratedRegex(@"\b(?:should|must|needs?\s+to|ensure|make\s+sure|improve|does\s+not|do\s+not|is\s+not|are\s+not|lacks?|insufficient|inconsistent)\b", Options)]
    private static partial Regex Demand();

    [GeneratedRegex(@"\b(?:has|have)\s+(?:been|now|not|had)\b|\b(?:was|were|completed|drafted|agreed|begun|started|achieved|published|appointed|recruited|delivered|held|underway|under\s+way|in\s+place|so\s+far|not\s+yet|now|done|waiting|awaiting)\b", Options)]
    private static partial Regex Report();

    [GeneratedRegex(@"^(?:(?:not|partly|partially|fully)\s+)?(?:accept|agree|reject|note|support)(?:ed|s)?\b(?:\s+in\s+part)?(?:[.,;:]|$)", Options)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\([^()]{3,80}\s*[–—-]\s*[^()]{3,40}\)", Options)]
    private static partial Regex OwnerAndDate();
}
