using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What a chief officer reads before an approval counts.</summary>
public sealed record ApprovalCheck
{
    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }

    /// <summary>Why this person cannot approve it now, as a sentence; null where they can.</summary>
    public required string? WhyNot { get; init; }

    /// <summary>The report as it was submitted; null where none waits for approval.</summary>
    public required ReportContent? Content { get; init; }

    /// <summary>Hash of that report.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>Approvals of it so far.</summary>
    public required int Approvals { get; init; }

    public required int Quorum { get; init; }

    /// <summary>The scrutiny bodies that can read it once it is published, by name.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>True where this approval is the one that publishes the report.</summary>
    public bool Publishes => Approvals + 1 >= Quorum && StillToSign.All(a => a.Id == SignsFor?.Id);

    /// <summary>Agencies that must have signed and have not.</summary>
    public required IReadOnlyList<SnapshotSigningAgency> StillToSign { get; init; }

    /// <summary>The agency that this person, or the chief officer for whom they decide, signs for; null for none.</summary>
    public required SnapshotSigningAgency? SignsFor { get; init; }

    /// <summary>What the chief officers did with it so far; null where none waits for approval.</summary>
    public required ReportAnswers? Given { get; init; }

    /// <summary>Chief officers who have not decided and may, this person among them.</summary>
    public required IReadOnlyList<UndecidedOfficer> Undecided { get; init; }

    /// <summary>The chief officer whose vote this person casts; one of the undecided.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>For which chief officer this person decides, in words; null for themselves.</summary>
    public string? DecidesFor { get; init; }

    /// <summary>One row for each decision sought, to answer it.</summary>
    public List<AnswerRow> Answers { get; init; } = [];

    /// <summary>What was typed on the page that records dissent.</summary>
    public string? Comment { get; init; }

    /// <summary>True where enough chief officers are left to approve it.</summary>
    public bool HasEnoughOfficers => Approvals + Undecided.Count >= Quorum;

    /// <summary>Agencies that must still sign, and for which nobody is left who could; by name.</summary>
    public IReadOnlyList<string> NobodySignsFor => MissingFrom(Undecided);

    /// <summary>True where it could still be published, whoever decides: enough can approve, and for each agency that must sign.</summary>
    public bool CanReachQuorum => HasEnoughOfficers && NobodySignsFor.Count == 0;

    /// <summary>True where it could still be published without this person’s approval.</summary>
    public bool CanReachQuorumWithoutThem
    {
        get
        {
            var others = Undecided.Where(o => o.UserId != OfficerId).ToList();
            return Approvals + others.Count >= Quorum && MissingFrom(others).Count == 0;
        }
    }

    private IReadOnlyList<string> MissingFrom(IReadOnlyList<UndecidedOfficer> officers) =>
        [.. StillToSign.Where(a => !officers.Any(o => o.AgencyId == a.Id)).Select(a => a.Name)];
}
