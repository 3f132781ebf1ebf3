using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>One quarter of a project. Without an update nobody has told anything yet.</summary>
public sealed record HistoryQuarter(string Title, PeriodState State, HistoryUpdate? Update);
