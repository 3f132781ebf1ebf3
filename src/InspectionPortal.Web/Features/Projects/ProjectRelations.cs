using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// What is linked to a project: recommendations it answers, items it waits for, items that wait for it, and notes in place of
/// sub-actions.
/// </summary>
public sealed record ProjectRelations(
    IReadOnlyList<ProjectAnswer> Answers, IReadOnlyList<ProjectDependency> DependsOn, IReadOnlyList<ProjectDependency> NeededBy,
    IReadOnlyList<ProjectNote> Notes)
{
    /// <summary>The ramp of tests of change, in its order.</summary>
    public IReadOnlyList<ProjectTestOfChange> Tests { get; init; } = [];

    /// <summary>What the partnership lead answered to signals and disagreements, the newest first.</summary>
    public IReadOnlyList<SignalReply> Replies { get; init; } = [];

    /// <summary>What shows that claims about the project are true, the newest first.</summary>
    public IReadOnlyList<ProjectEvidence> Evidence { get; init; } = [];

    /// <summary>What the plan says of a category in place of steps.</summary>
    public string? NoteOf(SubActionCategory category) => Notes.FirstOrDefault(n => n.Category == category)?.Text;
}
