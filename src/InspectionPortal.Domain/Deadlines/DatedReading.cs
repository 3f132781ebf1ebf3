namespace InspectionPortal.Domain.Deadlines;

/// <summary>Turns the dates of a text, all of which exist, into one deadline. The text itself is left for the caller.</summary>
internal sealed class DatedReading(DeadlineTokens tokens, DeadlineCues cues, IReadOnlyList<DateMention> mentions)
{
    private readonly record struct Placed(DateMention Mention, DateRole Role, bool AtEnd)
    {
        public bool IsStart => Role is DateRole.From or DateRole.After && !Mention.IsRange;

        public DateOnly StartDay => Role == DateRole.After ? Mention.Last.AddDays(1) : AtEnd ? Mention.Last : Mention.First;
    }

    public static Deadline Unclear { get; } = new() { Kind = DeadlineKind.Unclear };

    public Deadline Read()
    {
        var placed = Place();
        var dues = placed.Where(item => !item.IsStart).ToList();
        var starts = placed.Where(item => item.IsStart).ToList();
        if (placed.Count == 0)
        {
            return new Deadline { Kind = DeadlineKind.Relative };
        }

        if (dues.Count == 0)
        {
            return WithoutDue(starts.Min(item => item.StartDay));
        }

        var firstDue = dues.Min(item => item.Mention.Last);
        var lateStart = starts.Find(item => item.StartDay > firstDue);
        if (dues.Count == 1 && lateStart != default && lateStart.Mention.Start < dues[0].Mention.Start)
        {
            return Unclear;
        }

        return dues.Count > 1 || lateStart != default ? Several(placed, starts) : Single(dues[0], starts);
    }

    private List<Placed> Place()
    {
        var placed = new List<Placed>(mentions.Count);
        var floor = 0;
        foreach (var mention in mentions)
        {
            var role = cues.RoleOf(mention, floor);
            var repeats = placed.Count > 0 && placed[^1].Mention.Last == mention.Last && placed[^1].Mention.First == mention.First
                && !tokens[mention.Start].AfterBreak && !placed[^1].IsStart;
            if (role != DateRole.Anchor && !repeats)
            {
                placed.Add(new Placed(mention, role, cues.IsEndOf(mention)));
            }

            floor = mention.End;
        }

        return placed;
    }

    private Deadline WithoutDue(DateOnly starts)
    {
        var kind = cues switch
        {
            _ when cues.IsRecurring() => DeadlineKind.Recurring,
            _ when cues.IsOngoing() => DeadlineKind.Ongoing,
            _ => DeadlineKind.From,
        };
        return new Deadline { Kind = kind, Starts = starts };
    }

    private Deadline Single(Placed due, List<Placed> starts)
    {
        var start = due.Mention.IsRange ? due.Mention.First : starts.Min(item => (DateOnly?)item.StartDay);
        return new Deadline { Kind = KindOfSingle(due, start is not null), Due = due.Mention.Last, Starts = start };
    }

    private DeadlineKind KindOfSingle(Placed due, bool hasStart)
    {
        var isEnd = due.Role is DateRole.To or DateRole.Until;
        if (cues.IsRecurring() && (isEnd || hasStart || (due.Role == DateRole.By && cues.CountsTimes())))
        {
            return DeadlineKind.Recurring;
        }

        if (due.Role == DateRole.Until || (cues.IsOngoing() && !cues.IsThenOngoing(due.Mention)))
        {
            return DeadlineKind.OngoingUntil;
        }

        return cues.IsReview(due.Mention) ? DeadlineKind.Review : due.Mention.Kind;
    }

    private Deadline Several(List<Placed> placed, List<Placed> starts)
    {
        var firstDue = placed.Where(item => !item.IsStart).Min(item => item.Mention.Last);
        var labels = new StageLabels(tokens, placed.ConvertAll(item => item.Mention)).Read();
        var staged = placed.Zip(labels).Where(item => !item.First.IsStart || item.First.StartDay > firstDue).ToList();
        var isStaged = staged.Count(item => item.Second.Length > 0) > 1 || staged.Exists(item => item.First.IsStart);
        var stages = staged.Select(item => new DeadlineStage(
            isStaged && item.Second.Length > 0 ? item.Second : tokens.Words(item.First.Mention.Start, item.First.Mention.End),
            item.First.IsStart ? null : item.First.Mention.Last));
        var early = starts.Where(item => item.StartDay <= firstDue).Select(item => (DateOnly?)item.StartDay).Min();
        return new Deadline
        {
            Kind = isStaged ? DeadlineKind.Staged : DeadlineKind.List,
            Due = placed.Where(item => !item.IsStart).Max(item => item.Mention.Last),
            Starts = early,
            Stages = [.. stages],
        };
    }
}
