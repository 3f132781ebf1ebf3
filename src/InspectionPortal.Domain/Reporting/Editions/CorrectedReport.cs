namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>
/// A published report with corrections. Everything else stays as it was published, whatever the plan says by now: the day it was
/// submitted too, because the next quarter counts changes from that day.
/// </summary>
public sealed class CorrectedReport
{
    private readonly QuarterSnapshot _report;
    private readonly List<SnapshotAim> _aims;
    private readonly List<SnapshotDecision>? _decisions;

    /// <summary>Corrects some projects of a report.</summary>
    public CorrectedReport(QuarterSnapshot report, IReadOnlyCollection<ProjectCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(report);
        _report = report;
        _decisions = report.Decisions is null ? null : [.. Corrected(report, corrections)];
        var byProject = corrections.ToDictionary(c => c.ProjectId);
        _aims = [.. report.Aims.Select(a => a with
        {
            Projects = [.. a.Projects.Select(p => byProject.TryGetValue(p.Id, out var correction) ? correction.Apply(p) : p)],
        })];
        Changed =
        [
            .. report.Aims.SelectMany(a => a.Projects).Zip(_aims.SelectMany(a => a.Projects))
                .Where(p => CanonicalJson.Hash(CanonicalJson.Write(p.First)) != CanonicalJson.Hash(CanonicalJson.Write(p.Second)))
                .Select(p => p.First.Number),
        ];
    }

    /// <summary>Numbers of the projects that now say something else.</summary>
    public IReadOnlyList<string> Changed { get; }

    /// <summary>The snapshot, and the bytes of the scrutiny edition that it names by their hash.</summary>
    /// <param name="number">Which submission of the period this is.</param>
    /// <param name="quorum">How many approvals it needs.</param>
    /// <param name="mustSign">Agencies that must sign as it is now; none for null.</param>
    /// <param name="correction">What it corrects and why.</param>
    public (QuarterSnapshot Snapshot, byte[] ScrutinyEdition) Build(
        int number, int quorum, IReadOnlyList<SnapshotSigningAgency>? mustSign, SnapshotCorrection correction)
    {
        var snapshot = _report with
        {
            Aims = _aims,
            Decisions = _decisions,
            MustSign = mustSign is { Count: > 0 } ? mustSign : null,
            Number = number,
            Quorum = quorum,
            Correction = correction,
            ScrutinyEditionSha256 = null,
        };
        var edition = CanonicalJson.Write(ScrutinyEdition.Of(snapshot));
        return (snapshot with { ScrutinyEditionSha256 = CanonicalJson.Hash(edition) }, edition);
    }

    /// <summary>The decisions sought, with those that repeat a corrected request in its new words, and without those that ask no
    /// more.</summary>
    private static IEnumerable<SnapshotDecision> Corrected(QuarterSnapshot report, IReadOnlyCollection<ProjectCorrection> corrections)
    {
        var asked = report.Aims.SelectMany(a => a.Projects).Where(p => p.Update is not null)
            .ToDictionary(p => p.Id, p => p.Update?.HelpNeeded);
        foreach (var decision in report.Decisions ?? [])
        {
            var correction = decision.Origin == DecisionOrigin.HelpNeeded && decision.ProjectId is { } project
                && asked.TryGetValue(project, out var before)
                ? corrections.FirstOrDefault(c => c.ProjectId == project && c.HelpNeeded != before) : null;
            if (correction is null)
            {
                yield return decision;
            }
            else if (correction.HelpNeeded is { } text)
            {
                yield return decision with { Text = text };
            }
        }
    }
}
