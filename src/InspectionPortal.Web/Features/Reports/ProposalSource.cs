using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What decisions are proposed from: a project with the accepted update of the quarter.</summary>
internal sealed record ProposalSource(Guid ProjectId, string Number, string Title, Deadline Deadline, ProposalUpdate Update)
{
    public static ProposalSource Of(ImprovementProject project, ProgressUpdate update) => new(
        project.Id, project.Number, project.Title, project.Deadline,
        new ProposalUpdate(update.HelpNeeded, update.Forecast, update.SlipReason, update.Status));

    /// <summary>None, one or two: what the update asks help for, and a forecast that is later than the deadline.</summary>
    public IEnumerable<DecisionProposal> Propose()
    {
        var project = $"{Number} {Title}";
        if (Update.HelpNeeded is { } help)
        {
            yield return new DecisionProposal(ProjectId, project, DecisionOrigin.HelpNeeded, help);
        }

        if (!Update.Status.IsFinished() && Update.Forecast.Due is { } expected && Deadline.Due is { } due && expected > due)
        {
            var reason = Update.SlipReason is { } why ? $" Reason: {why}" : string.Empty;
            yield return new DecisionProposal(
                ProjectId, project, DecisionOrigin.LaterForecast,
                $"Agree {Update.Forecast.Text} as the new date. The deadline is {Deadline.Text}.{reason}");
        }
    }
}
