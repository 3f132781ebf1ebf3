using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What the reports say by which a plan is agreed and closed.</summary>
public static class PlanReportText
{
    /// <summary>What the plan holds, or what became of it.</summary>
    public static string Lede(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var projects = EnglishText.CountOf(content.Worked.Count, content.ProjectWord);
        if (content.Kind == PeriodKind.Baseline)
        {
            var (led, dated) = (content.Worked.Count(p => p.Leads.Count > 0), content.Worked.Count(p => p.Deadline.Text.Length > 0));
            return $"The plan as it was put to the chief officers: {projects}, {led} with a lead and {dated} with a deadline.";
        }

        return content.Worked.Count == 0
            ? "The plan has nothing to account for."
            : $"Of {projects}, {EnglishText.List([.. Outcomes(content).Select(o => $"{o.Projects.Count} {o.Words}")])}.";
    }

    /// <summary>The projects by what became of them; what nothing came to is left out.</summary>
    public static IReadOnlyList<PlanOutcome> Outcomes(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var found = new[]
        {
            Of("Achieved, with evidence", "achieved with evidence", ProjectStatus.DoneAndEvidenced),
            Of("Done, evidence not complete", "done without complete evidence", ProjectStatus.DoneAwaitingEvidence),
            Of("Not achieved: stopped", "stopped", ProjectStatus.Stopped),
            Of("Not finished when the plan closed", "not finished", ProjectStatus.NotStarted, ProjectStatus.InProgress),
        };
        return [.. found.Where(o => o.Projects.Count > 0)];

        PlanOutcome Of(string heading, string words, params ProjectStatus[] statuses) =>
            new(heading, words, [.. content.Worked.Where(p => statuses.Contains(p.Status))]);
    }
}
