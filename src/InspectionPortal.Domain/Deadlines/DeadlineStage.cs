namespace InspectionPortal.Domain.Deadlines;

/// <summary>One date of a list or of a staged deadline.</summary>
/// <param name="Label">
/// The words that say what falls due ("50%", "scope"), at most <see cref="LabelMaxLength"/> characters; in a list, the
/// date as it was written ("Jun17").
/// </param>
/// <param name="Due">The last day on which the stage is in time; null for a stage that only has a start.</param>
public sealed record DeadlineStage(string Label, DateOnly? Due)
{
    /// <summary>The longest label the parser makes, in characters. A longer one is cut at a word and ends with "…".</summary>
    public const int LabelMaxLength = 120;
}
