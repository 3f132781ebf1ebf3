namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>What a correction puts in place of what a published report says about one project.</summary>
/// <param name="ProjectId">Which project.</param>
/// <param name="Rating">Code of the rating; null is not rated.</param>
/// <param name="Texts">The texts of its update, in the report's order.</param>
/// <param name="SlipReason">Why its forecast slips, in the update.</param>
/// <param name="HelpNeeded">What its update asks the chief officers for.</param>
public sealed record ProjectCorrection(Guid ProjectId, string? Rating, IReadOnlyList<string> Texts, string? SlipReason, string? HelpNeeded)
{
    /// <summary>The project with its correction. Without an update only its rating can be corrected.</summary>
    public SnapshotProject Apply(SnapshotProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var update = project.Update is not { } said
            ? null
            : said with
            {
                Entries = [.. said.Entries.Select((e, i) => i < Texts.Count ? e with { Text = Texts[i] } : e)],
                RatingAccepted = Rating,
                SlipReason = SlipReason,
                HelpNeeded = HelpNeeded,
            };
        return project with { Rating = Rating, Update = update, Slips = Reasoned(project) };
    }

    /// <summary>The slips, where the one of this update gives its reason in the corrected words too.</summary>
    private IReadOnlyList<SnapshotSlip> Reasoned(SnapshotProject project) =>
        project.Update?.SlipReason is { } before && SlipReason is { } now
        ? [.. project.Slips.Select(s => string.Equals(s.Reason, before, StringComparison.Ordinal) ? s with { Reason = now } : s)]
        : project.Slips;
}
