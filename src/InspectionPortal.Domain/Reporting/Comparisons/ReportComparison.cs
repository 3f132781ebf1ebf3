using System.Globalization;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>
/// What differs between two frozen reports of one plan, worked out from their bytes and nothing else. Items are the same where
/// they have the same id, so one that was renumbered is not dropped and added.
/// </summary>
public sealed class ReportComparison
{
    private readonly IReadOnlyList<IReadOnlyDictionary<Guid, ComparedProject>> _after;
    private readonly bool _isFromPlan;
    private readonly List<(ComparedProject Before, ComparedProject Now)> _both;

    /// <summary>Compares two reports.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="after">The reports after it, oldest first; the last is compared, the others lend their reasons.</param>
    /// <param name="isFromPlan">
    /// True to compare with the plan as first agreed: <paramref name="from"/> is the first report, and the deadlines are those from
    /// before the changes that it lists.
    /// </param>
    public ReportComparison(QuarterSnapshot from, IReadOnlyList<QuarterSnapshot> after, bool isFromPlan = false)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(after);
        (From, To, _isFromPlan) = (from, after.Count == 0 ? from : after[^1], isFromPlan);
        _after = [.. after.Select(r => ComparedProject.Of(r).ToDictionary(p => p.Project.Id))];
        var before = ComparedProject.Of(from).ToDictionary(p => p.Project.Id);
        _both = [.. ComparedProject.Of(To).Where(p => before.ContainsKey(p.Project.Id)).Select(p => (before[p.Project.Id], p))];
        Added = [.. ItemsOf(To).ExceptBy(ItemsOf(From).Select(Key), Key)];
        Dropped = [.. ItemsOf(From).ExceptBy(ItemsOf(To).Select(Key), Key)];
        Reworded = [.. RewordedAims().Concat(ChangedProjects(p => p.Texts())).Concat(RewordedMeasures())];
        Reassigned = [.. ChangedProjects(p => p.Places())];
        Redated = [.. _both.Select(DatesOf).OfType<RedatedItem>()];
        Rerated = [.. _both.Select(RatingsOf).OfType<ReratedItem>()];
        Restated = [.. _both.Where(b => b.Before.Status != b.Now.Status)
            .Select(b => new RestatedItem(b.Now.Item, b.Before.Status, b.Now.Status, WhyStatus(b.Now)))];
    }

    public QuarterSnapshot From { get; }
    public QuarterSnapshot To { get; }
    public IReadOnlyList<ComparedItem> Added { get; }
    public IReadOnlyList<ComparedItem> Dropped { get; }
    public IReadOnlyList<ChangedItem> Reworded { get; }

    /// <summary>Projects with another number, aim or lead.</summary>
    public IReadOnlyList<ChangedItem> Reassigned { get; }

    public IReadOnlyList<RedatedItem> Redated { get; }
    public IReadOnlyList<ReratedItem> Rerated { get; }
    public IReadOnlyList<RestatedItem> Restated { get; }

    /// <summary>True where nothing differs.</summary>
    public bool IsSame =>
        Added.Count + Dropped.Count + Reworded.Count + Reassigned.Count + Redated.Count + Rerated.Count + Restated.Count == 0;

    private static (ComparedItemKind Kind, Guid Id) Key(ComparedItem item) => (item.Kind, item.Id);

    private static IEnumerable<ComparedItem> ItemsOf(QuarterSnapshot report) =>
    [
        .. report.Aims.Select(ItemOf),
        .. ComparedProject.Of(report).Select(p => p.Item),
        .. report.Measures.Select(ItemOf),
    ];

    private static ComparedItem ItemOf(SnapshotAim aim) => new(ComparedItemKind.Aim, aim.Id, aim.Number, aim.Statement);

    private static ComparedItem ItemOf(SnapshotMeasure measure) =>
        new(ComparedItemKind.Measure, measure.Id, measure.ProjectNumber ?? measure.AimNumber ?? string.Empty, measure.Title);

    private static List<TextChange> Changes(IEnumerable<KeyValuePair<string, string>> before, IEnumerable<KeyValuePair<string, string>> now)
    {
        var (left, right) = (ByLabel(before), ByLabel(now));
        return
        [
            .. left.Keys.Union(right.Keys, StringComparer.Ordinal)
                .Select(k => new TextChange(k, left.GetValueOrDefault(k, string.Empty), right.GetValueOrDefault(k, string.Empty)))
                .Where(c => !string.Equals(c.Before, c.After, StringComparison.Ordinal)),
        ];
    }

    private static Dictionary<string, string> ByLabel(IEnumerable<KeyValuePair<string, string>> texts) =>
        texts.GroupBy(t => t.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);

    private IEnumerable<ChangedItem> ChangedProjects(Func<ComparedProject, IEnumerable<KeyValuePair<string, string>>> texts) =>
        _both.Select(b => new ChangedItem(b.Now.Item, Changes(texts(b.Before), texts(b.Now)))).Where(c => c.Changes.Count > 0);

    private IEnumerable<ChangedItem> RewordedAims()
    {
        var before = From.Aims.ToDictionary(a => a.Id);
        return To.Aims.Where(a => before.ContainsKey(a.Id))
            .Select(a => new ChangedItem(ItemOf(a), Changes(TextsOf(before[a.Id]), TextsOf(a))))
            .Where(c => c.Changes.Count > 0);

        static IEnumerable<KeyValuePair<string, string>> TextsOf(SnapshotAim aim) =>
            [KeyValuePair.Create("Statement", aim.Statement), KeyValuePair.Create("Vision", aim.Vision ?? string.Empty)];
    }

    private IEnumerable<ChangedItem> RewordedMeasures()
    {
        var before = From.Measures.ToDictionary(m => m.Id);
        return To.Measures.Where(m => before.ContainsKey(m.Id))
            .Select(m => new ChangedItem(ItemOf(m), Changes(TextsOf(before[m.Id]), TextsOf(m))))
            .Where(c => c.Changes.Count > 0);

        static IEnumerable<KeyValuePair<string, string>> TextsOf(SnapshotMeasure measure) =>
        [
            KeyValuePair.Create("Title", measure.Title),
            KeyValuePair.Create("Baseline", measure.Baseline ?? string.Empty),
            KeyValuePair.Create("Targets",
                string.Join("; ", measure.Targets.Select(t =>
                    string.Create(CultureInfo.InvariantCulture, $"{t.Value:0.####} by {t.By.Text}")))),
        ];
    }

    private RedatedItem? DatesOf((ComparedProject Before, ComparedProject Now) both)
    {
        var (before, now) = (both.Before.Project, both.Now.Project);
        var slipsBefore = _isFromPlan ? before.Slips : [];
        var first = slipsBefore.Count > 0 ? slipsBefore[0].From : before.Deadline;
        if (first == now.Deadline)
        {
            return null;
        }

        var slips = slipsBefore.Concat(Later(now.Id).SelectMany(p => p.Project.Slips));
        return new RedatedItem(both.Now.Item, first, now.Deadline,
            [.. slips.Select(s => s.Reason).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal)]);
    }

    private ReratedItem? RatingsOf((ComparedProject Before, ComparedProject Now) both)
    {
        if (!both.Before.IsWork || !both.Now.IsWork)
        {
            return null;
        }

        // A key that was changed in between has the last word on what is better; a rating that it does not know keeps its own place.
        var (now, old) = (both.Now.Rating, both.Before.Rating);
        var before = To.RatingKey.FirstOrDefault(r => IsCode(r, old.Code)) ?? old;
        var move = RatingMoves.Between(before, now);
        if (move == MoveKind.Same)
        {
            return null;
        }

        var since = Later(both.Now.Project.Id).Reverse().TakeWhile(p => IsCode(p.Rating, now.Code)).LastOrDefault();
        var update = since?.Project.Update;
        return new ReratedItem
        {
            Item = both.Now.Item,
            Before = old,
            Now = now,
            Move = move,
            Reason = update?.RatingChangedReason ?? update?.NotRatedReason,
            Said = update?.Entries.Select(e => e.Text).FirstOrDefault() ?? update?.SlipReason,
        };
    }

    /// <summary>The project in the reports after the first, oldest first, as far as they have it.</summary>
    private IEnumerable<ComparedProject> Later(Guid id) => _after.Where(r => r.ContainsKey(id)).Select(r => r[id]);

    private static bool IsCode(Rating rating, string code) => string.Equals(rating.Code, code, StringComparison.OrdinalIgnoreCase);

    private static string? WhyStatus(ComparedProject now) =>
        now.Project.NoActionNeeded ?? now.Project.StoppedBecause ?? now.Project.Update?.StatusReason;
}
