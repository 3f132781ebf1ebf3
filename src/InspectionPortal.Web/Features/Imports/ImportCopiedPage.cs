using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Data.Rows;
using InspectionPortal.Web.Features.Imports.Merging;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>What comes with a file that the portal wrote beside its words, and what does not.</summary>
public sealed class ImportCopiedPage
{
    /// <summary>What no file of a plan has, whatever its format.</summary>
    public static IReadOnlyList<string> LeftOut { get; } =
    [
        "Evidence: links and files",
        "Quarters, reports and approvals. What was accepted of an update comes as history, with its agency and date",
        "People: accounts, roles, who has which responsibility, and the access of scrutiny bodies",
        "Who changed or read something",
        "The state of the plan, and the plan before it. A plan that is imported is a draft",
    ];

    /// <summary>"3 figures", "1 target": rows beside aims, drivers, projects and sub-actions, which the preview shows.</summary>
    public required IReadOnlyList<string> Counts { get; init; }

    /// <summary>What is not here as it was there.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>True where words, columns and ratings of the file become those of the partnership.</summary>
    public required bool HasSettings { get; init; }

    /// <summary>True where the import cannot be undone.</summary>
    public required bool IsFinal { get; init; }

    internal static ImportCopiedPage? Of(CopiedPlan? copied) => copied is null
        ? null
        : new ImportCopiedPage
        {
            Counts =
            [
                .. copied.Rows.GroupBy(r => r.GetType()).Where(g => g.Key != typeof(Domain.Plans.Plan))
                    .OrderBy(g => PlanCopyModel.PlaceOf(g.Key)).Select(g => EnglishText.Count(g.Count(), Name(g.Key))),
            ],
            Notes = [.. copied.Notes.Distinct(StringComparer.Ordinal)],
            HasSettings = copied.Settings is not null,
            IsFinal = ImportUndoer.IsKept(copied.Rows),
        };

    private static string Name(Type kind) =>
        kind == typeof(Domain.Reporting.UpdateEntry) ? "history entry" : AuditText.Kind(AuditedKind.Of(kind));
}
