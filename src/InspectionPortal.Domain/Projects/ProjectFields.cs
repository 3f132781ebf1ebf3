using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Projects;

/// <summary>
/// The catalogue of a project's texts. Form, comparison, page, table, export, import, history, search and report loop over it.
/// To add a field: the entity, a migration, the form's property, and an entry here; with a column of its own also
/// <see cref="PlanField"/> and the import's field of the same name.
/// </summary>
public static class ProjectFields
{
    /// <summary>Asked with the title; stands in the column of the title.</summary>
    public static ProjectField AimText { get; } = new(p => p.AimText) { Label = "What it aims to do", IsProminent = true };

    /// <summary>Asked with the leads; stands in their column.</summary>
    public static ProjectField LeadsText { get; } = new(p => p.LeadsText) { Label = "Leads, as in the plan", Kind = ProjectFieldKind.ShortText };

    /// <summary>Where else the work is written down.</summary>
    public static ProjectField ExternalReference { get; } = new(p => p.ExternalReference)
    {
        Label = "Refers to",
        Column = PlanField.Reference,
        Kind = ProjectFieldKind.ShortText,
        Question = "Which other document is it in?",
        Hint = "For example, “See LOIP 5.1”",
    };

    /// <summary>Every field, in the order of the project page.</summary>
    public static IReadOnlyList<ProjectField> All { get; } =
    [
        new(p => p.Impact)
        {
            Label = "Impact for children", Column = PlanField.Impact, IsProminent = true, Question = "What will be different for children?",
            Headers = "impact|impacts|so what|outcome|outcomes|result|results",
        },
        AimText,
        new(p => p.Difference)
        {
            Label = "What will make the difference", Column = PlanField.Difference, Question = "What will make the difference?",
            Headers = "why|rationale|reason|difference|purpose|relevant|benefit|benefits",
        },
        new(p => p.Success)
        {
            Label = "How we will know it has worked", Column = PlanField.Success, Question = "What will success look like?",
            Headers = "success|measurable|success measure|success measures|success criteria|target outcome",
        },
        new(p => p.EvidenceText)
        {
            Label = "Evidence named in the plan", ColumnLabel = "Evidence", Column = PlanField.Evidence,
            Question = "What evidence does the plan name?", Hint = "As written in the plan. Add the evidence itself on the evidence page.",
            Headers = "evidence|proof|assurance|evidenced by",
        },
        new(p => p.Risk)
        {
            Label = "Risk", Column = PlanField.Risk, Question = "What could stop this?", Hint = "For example, a post that stays empty",
            Headers = "risk|risks|barriers|key risk|key risks|main risk|main risks|risks and barriers|risks barriers|what could stop this",
            IsInReport = true, MayScrutinyRead = layout => layout.ShowRiskToScrutiny,
        },
        LeadsText,
        ExternalReference,
    ];

    /// <summary>Prose with a column of its own, in the order of <see cref="PlanField"/>.</summary>
    public static IReadOnlyList<ProjectField> OwnColumns { get; } =
        [.. All.Where(f => f is { Kind: ProjectFieldKind.Text, Column: not null }).OrderBy(f => f.Column)];

    /// <summary>The field of a property; null where it is none.</summary>
    public static ProjectField? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The field that a column shows; null where it shows something else.</summary>
    public static ProjectField? InColumn(PlanField column) => All.FirstOrDefault(f => f.Column == column);

    /// <summary>What somebody may read: everything within the partnership, what it opens from outside.</summary>
    public static IReadOnlyList<ProjectField> VisibleTo(PlanLayout layout, bool isScrutiny) =>
        isScrutiny ? [.. All.Where(f => f.MayScrutinyRead(layout))] : All;
}
