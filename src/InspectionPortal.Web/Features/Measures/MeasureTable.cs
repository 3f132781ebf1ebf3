using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>A measure with its targets and figures, as a table. Nothing is derived from what is written.</summary>
public sealed record MeasureTable(
    Guid Id, string Title, MeasureKind Kind, string? Definition, string? Unit, string? Baseline, Deadline Deadline, string? ExternalReference,
    SourceNote Source, List<TargetRow> TargetsAsEntered, List<PointRow> PointsAsEntered)
{
    /// <summary>Targets, the earliest first.</summary>
    public IReadOnlyList<TargetRow> Targets => [.. TargetsAsEntered.OrderBy(t => t.By.SortKey ?? DateOnly.MaxValue).ThenBy(t => t.Value)];

    /// <summary>Figures, the newest first; those without a date after them, in the order of the source.</summary>
    public IReadOnlyList<PointRow> Points => [.. PointsAsEntered.OrderByDescending(p => p.Date ?? DateOnly.MinValue).ThenBy(p => p.Position)];
}

/// <summary>A value to be reached by a date.</summary>
public sealed record TargetRow(Guid Id, decimal Value, Deadline By);

/// <summary>A figure as written.</summary>
public sealed record PointRow(
    Guid Id, DateOnly? Date, string? DateText, string ValueText, string? ChangeText, decimal? Numerator, decimal? Denominator, string? Note,
    int Position, SourceNote Source);

/// <summary>Reads measures with their targets and figures in one command.</summary>
internal static class MeasureTables
{
    public static Task<List<MeasureTable>> OfProjectAsync(PortalDbContext database, Guid projectId, CancellationToken cancellationToken) =>
        Tables(database.Measures.Where(m => m.ProjectId == projectId)).ToListAsync(cancellationToken);

    public static IQueryable<MeasureTable> Tables(IQueryable<Measure> measures) =>
        measures.AsNoTracking().OrderBy(m => m.Position).ThenBy(m => m.Id).Select(m => new MeasureTable(
            m.Id, m.Title, m.Kind, m.Definition, m.Unit, m.Baseline, m.Deadline, m.ExternalReference, m.Source,
            m.Targets.Select(t => new TargetRow(t.Id, t.Value, t.By)).ToList(),
            m.Points.Select(p => new PointRow(
                p.Id, p.Date, p.DateText, p.ValueText, p.ChangeText, p.Numerator, p.Denominator, p.Note, p.Position, p.Source)).ToList()));
}
