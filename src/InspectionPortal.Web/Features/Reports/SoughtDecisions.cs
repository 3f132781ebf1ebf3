using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The decisions that a report asks for: the partnership lead’s own, then the proposals they took, in plan order.</summary>
internal static class SoughtDecisions
{
    public static IReadOnlyList<SnapshotDecision> Of(SnapshotRows rows, ReportChoices choices)
    {
        var known = rows.Projects.Select(p => p.Id).ToHashSet();
        var written = choices.Decisions
            .Select(d => (d.Text, ProjectId: d.ProjectId is { } id && known.Contains(id) ? d.ProjectId : null,
                Origin: DecisionOrigin.Lead));
        var taken = Propose(rows).Where(p => choices.IsTaken(p.ProjectId, p.Origin))
            .Select(p => (p.Text, ProjectId: (Guid?)p.ProjectId, p.Origin));
        return [.. written.Concat(taken).Select((d, i) => new SnapshotDecision(i + 1, d.Text, d.ProjectId, d.Origin))];
    }

    private static IEnumerable<DecisionProposal> Propose(SnapshotRows rows) =>
        from project in rows.Projects
        where project.NoActionNeededReason is null
        let update = rows.AcceptedOf(project.Id)
        where update is not null
        from proposal in ProposalSource.Of(project, update).Propose()
        select proposal;
}
