using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>A test of change that the measure shows.</summary>
public sealed record TestOfChangeRow(Guid Id, Guid ProjectId, string Title, TestDecision? Decision, DateOnly? From, DateOnly? Until);
