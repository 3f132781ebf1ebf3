using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What hangs together under one heading.</summary>
/// <param name="Key">Name of its place on the page.</param>
/// <param name="Heading">Who or what.</param>
/// <param name="Href">The page of what the heading names.</param>
/// <param name="Note">What more there is to say, such as to whom an agency reports.</param>
/// <param name="Rows">Projects, then sub-actions, then measures.</param>
/// <param name="IsLeftOver">True for what no heading takes.</param>
public sealed record PlanGroup(string Key, string Heading, string? Href, string? Note, IReadOnlyList<PlanGroupRow> Rows, bool IsLeftOver = false)
{
    /// <summary>The worst rating of its projects.</summary>
    public Rating? Worst => PlanTotals.WorstOf(Rows.Where(r => r.Rating is not null).Select(r => r.Rating!));

    /// <summary>How many of the rows are marked late.</summary>
    public int Late => Rows.Count(r => r.IsLate);

    public int Count(PlanGroupRowKind kind) => Rows.Count(r => r.Kind == kind);
}
