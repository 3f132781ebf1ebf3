using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>Two approved reports of one plan side by side, or why they cannot be.</summary>
public sealed class ComparisonPage : IReadByLinkOfficers
{
    /// <summary>Items of a section on the page of all sections, and on a page of its own.</summary>
    public const int Start = 20;
    public const int PageLength = 50;

    public required IReadOnlyList<ApprovedReport> Reports { get; init; }
    public required IReadOnlyList<ApprovedReport> PlanReports { get; init; }
    /// <summary>Titles of the periods whose report is withheld from the reader.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }

    public required Vocabulary Vocabulary { get; init; }
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Null where there is no report, or none to compare with.</summary>
    public required ApprovedReport? From { get; init; }

    public required ApprovedReport? To { get; init; }

    /// <summary>True where the plan as first agreed is compared, which is the first report.</summary>
    public required bool IsFromPlan { get; init; }

    public required ReportComparison? Comparison { get; init; }

    /// <summary>Why nothing is compared, as a sentence that says what to do.</summary>
    public required string? Problem { get; init; }

    public required string? Show { get; init; }
    public required int Page { get; init; }

    public string WhatWasRead => Comparison is null || From is null || To is null
        ? "Comparison of reports"
        : $"Comparison: {(IsFromPlan ? "the plan as first agreed" : From.Title)} with {To.Title}";

    /// <summary>The value of the picker for what is compared with.</summary>
    public string FromValue => IsFromPlan ? ComparisonChoice.Plan : From?.PeriodId.ToString() ?? string.Empty;

    public IReadOnlyList<ComparisonSection> Sections => Comparison is not { } c
        ? []
        :
        [
            new("added", "Added", c.Added.Count),
            new("dropped", "Dropped", c.Dropped.Count),
            new("reworded", "Reworded", c.Reworded.Count),
            new("moved", "Moved or led by others", c.Reassigned.Count),
            new("deadlines", "New deadline", c.Redated.Count),
            new("ratings", "New rating", c.Rerated.Count),
            new("status", "New status", c.Restated.Count),
        ];

    public ComparisonSection Section(string key) => Sections.First(s => s.Key == key);

    /// <summary>True where the section is on this page.</summary>
    public bool Shows(string key) => Show is null || Show == key;

    /// <summary>Those of a section's items that this page shows.</summary>
    public IEnumerable<T> Slice<T>(IReadOnlyList<T> items) =>
        Show is null ? items.Take(Start) : items.Skip((Page - 1) * PageLength).Take(PageLength);

    /// <summary>How many pages a section has of its own.</summary>
    public static int PagesOf(int count) => Math.Max(1, (count + PageLength - 1) / PageLength);

    /// <summary>What the partnership calls such an item.</summary>
    public string WordOf(ComparedItemKind kind) => kind switch
    {
        ComparedItemKind.Aim => Vocabulary.StretchAimWord,
        ComparedItemKind.Project => Vocabulary.ImprovementProjectWord,
        _ => Vocabulary.MeasureWord,
    };

    /// <summary>The label of a changed text; that of an aim is what the partnership calls an aim.</summary>
    public string LabelOf(TextChange change) => change.Label == ComparedProject.AimLabel ? Vocabulary.StretchAimWord : change.Label;

    /// <summary>"92 days later", or what else happened to the deadline.</summary>
    public static string MovedBy(RedatedItem item) => item.DaysLater switch
    {
        null => "Changed",
        0 => "Same day, other words",
        > 0 => $"{EnglishText.Count(item.DaysLater.Value, "day")} later",
        _ => $"{EnglishText.Count(-item.DaysLater.Value, "day")} earlier",
    };

    public static string WordsOf(MoveKind move) => move switch
    {
        MoveKind.Up => "Up",
        MoveKind.Down => "Down",
        MoveKind.New => "New",
        MoveKind.Lost => "No longer rated",
        _ => "Same",
    };

    /// <summary>The arrow's class, where there is one.</summary>
    public static string? ClassOf(MoveKind? move) => move switch
    {
        MoveKind.Up => "p-up",
        MoveKind.Down => "p-down",
        _ => null,
    };

    /// <summary>The address of this comparison, with one section of it.</summary>
    public string Address(string? show = null, int page = 1) =>
        $"~/reports/compare?from={FromValue}&to={To?.PeriodId}"
        + (show is null ? "" : $"&show={show}") + (page == 1 ? "" : $"&page={page}");
}
