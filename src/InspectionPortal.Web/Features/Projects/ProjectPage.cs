using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The project page.</summary>
public sealed record ProjectPage(
    ProjectHead Head, ProjectReading Reading, Rating Rating, DateOnly? RatingAccepted, DeadlineNote Deadline,
    ProjectRelations Relations, IReadOnlyList<MeasureTable> Measures, ProjectUpdateHistory Told,
    ProjectMay May, Vocabulary Vocabulary, PlanLayout Layout, IReadOnlyList<Rating> Key, DateOnly Today) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Project: {Head.Number} {Head.Title}";

    /// <summary>What each of its measures says of itself.</summary>
    public IReadOnlyDictionary<Guid, MeasureReading> Readings { get; init; } = new Dictionary<Guid, MeasureReading>();

    /// <summary>The section that is open to be changed, as the address asks for it; null for none.</summary>
    public string? Editing { get; init; }

    /// <summary>True where this person changes that section now.</summary>
    public bool IsEditing(string section) => May.Edit && string.Equals(Editing, section, StringComparison.Ordinal);

    /// <summary>This page, to come back to.</summary>
    public string Here => $"~/projects/{Head.Id}";

    /// <summary>What of it is late.</summary>
    public Lateness Late => Lateness.Of(Deadline, Head.Steps.Select(NoteOf));

    public IReadOnlyList<ProjectAnswer> Answers => Relations.Answers;

    /// <summary>The deadline of a step.</summary>
    public DeadlineNote NoteOf(ProjectStep step) => Lateness.OfStep(
        step.Deadline, step.Status, Today, Head.NoActionNeededReason is not null || Head.Status.IsFinished());

    public IReadOnlyList<ProjectEvidence> Evidence => Relations.Evidence;

    /// <summary>The plan's label for a field, or the page's own words where the plan does not show it.</summary>
    public string Label(PlanField field, string words) => Layout.LabelOf(field)?.TrimEnd('*').TrimEnd() ?? words;

    /// <summary>
    /// Sub-actions by category under the plan's labels, or the note that a category has instead. Categories that the plan shows come
    /// first; empty ones are left out.
    /// </summary>
    public IReadOnlyList<ProjectStepGroup> StepGroups =>
    [
        .. PlanFieldLabels.CategoriesOf(Layout)
            .Select(c => new ProjectStepGroup(
                PlanFieldLabels.Label(Layout, Vocabulary, c), Relations.NoteOf(c), [.. Head.Steps.Where(s => s.Category == c)]))
            .Where(g => g.Note is not null || g.Steps.Count > 0),
    ];
}
