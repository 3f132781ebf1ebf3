using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What an accepted update says that a decision may follow from.</summary>
internal sealed record ProposalUpdate(string? HelpNeeded, Deadline Forecast, string? SlipReason, ProjectStatus Status);
