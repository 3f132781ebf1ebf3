namespace InspectionPortal.Domain.Ratings;

/// <summary>The one rule of which way a rating went.</summary>
public static class RatingMoves
{
    /// <summary>
    /// From <paramref name="before"/> to <paramref name="now"/>, both from one key. Not rated is neither better nor worse: a first
    /// rating is new, and one that was taken away is lost.
    /// </summary>
    public static MoveKind Between(Rating before, Rating now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        return now == before ? MoveKind.Same
            : before == Rating.NotRated ? MoveKind.New
            : now == Rating.NotRated ? MoveKind.Lost
            : now.Order < before.Order ? MoveKind.Up : MoveKind.Down;
    }
}
