using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Projects of a closed plan that came to the same.</summary>
/// <param name="Heading">"Achieved, with evidence".</param>
/// <param name="Words">The same within a sentence, after a number.</param>
/// <param name="Projects">The projects, in the plan's order.</param>
public sealed record PlanOutcome(string Heading, string Words, IReadOnlyList<SnapshotProject> Projects);
