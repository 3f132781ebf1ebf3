using InspectionPortal.Web.Features.Measures;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the small charts of the rows are made from: the series of projects that have dated figures, illustrative ones too.</summary>
internal sealed partial class PlanPieces
{
    private IQueryable<Piece> Points() => database.MeasurePoints.AsNoTracking()
        .Where(p => p.Measure!.PlanId == planId && p.Date != null)
        .Select(p => new Piece
        {
            Kind = (int)PieceKind.Point,
            Parent = p.MeasureId,
            Position = p.Position,
            Item = p.Id,
            Words = p.ValueText + Nothing,
            More = (p.Value == null ? "" : p.Value.Value.ToString()) + Nothing,
            State = (p.IsExcluded ? "1" : "") + Nothing,
            Who = (p.Numerator == null ? "" : p.Numerator.Value.ToString()) + Nothing,
            Period = (p.Denominator == null ? "" : p.Denominator.Value.ToString()) + Nothing,
            PeriodEnd = p.Date,
        });

    private IQueryable<Piece> Phases() => database.MeasurePhases.AsNoTracking()
        .Where(p => p.Measure!.PlanId == planId)
        .Select(p => new Piece
        {
            Kind = (int)PieceKind.Phase,
            Parent = p.MeasureId,
            Position = 0,
            Item = p.Id,
            Words = p.Reason + Nothing,
            More = null,
            State = null,
            Who = null,
            Period = null,
            PeriodEnd = p.StartsOn,
        });

    private IQueryable<DatedPiece> Series() => database.Measures.AsNoTracking()
        .Where(m => m.PlanId == planId && m.ProjectId != null && (m.Kind == MeasureKind.Milestone || m.Points.Any(p => p.Date != null)))
        .Select(m => new DatedPiece
        {
            Kind = (int)PieceKind.Series,
            Parent = m.ProjectId!.Value,
            Position = m.Position,
            Item = m.Id,
            Words = m.Title + Nothing,
            More = m.Unit + Nothing,
            State = m.Frequency + Nothing,
            Category = m.Kind.ToString() + "\n" + m.Direction.ToString() + "\n" + (m.Chart == null ? "" : m.Chart.Value.ToString()) + "\n" + (m.Rules == null ? "" : m.Rules.Value.ToString())
                + "\n" + (m.IsIllustrative ? "1" : "") + "\n" + (m.ScreenMovingRanges ? "1" : "") + "\n" + (m.BaselinePoints == null ? "" : m.BaselinePoints.Value.ToString())
                + "\n" + (m.DoneOn != null || m.DoneText != null ? "1" : ""),
            Deadline = m.Deadline,
        });

    /// <summary>Series that a project looks at beside its own.</summary>
    private IQueryable<DatedPiece> SeriesUsed() => database.MeasureUses.AsNoTracking()
        .Where(u => u.ProjectId != null && u.Measure!.PlanId == planId && (u.Measure.Kind == MeasureKind.Milestone || u.Measure.Points.Any(p => p.Date != null)))
        .Select(u => new DatedPiece
        {
            Kind = (int)PieceKind.SeriesUsed,
            Parent = u.ProjectId!.Value,
            Position = u.Measure!.Position,
            Item = u.MeasureId,
            Words = u.Measure.Title + Nothing,
            More = u.Measure.Unit + Nothing,
            State = u.Measure.Frequency + Nothing,
            Category = u.Measure.Kind.ToString() + "\n" + u.Measure.Direction.ToString() + "\n" + (u.Measure.Chart == null ? "" : u.Measure.Chart.Value.ToString()) + "\n"
                + (u.Measure.Rules == null ? "" : u.Measure.Rules.Value.ToString()) + "\n" + (u.Measure.IsIllustrative ? "1" : "") + "\n" + (u.Measure.ScreenMovingRanges ? "1" : "")
                + "\n" + (u.Measure.BaselinePoints == null ? "" : u.Measure.BaselinePoints.Value.ToString()) + "\n" + (u.Measure.DoneOn != null || u.Measure.DoneText != null ? "1" : ""),
            Deadline = u.Measure.Deadline,
        });

    private IQueryable<DatedPiece> Goals() => database.MeasureTargets.AsNoTracking()
        .Where(t => t.Measure!.PlanId == planId && t.Measure.Points.Any(p => p.Date != null))
        .Select(t => new DatedPiece
        {
            Kind = (int)PieceKind.Goal,
            Parent = t.MeasureId,
            Position = 0,
            Item = t.Id,
            Words = t.Value.ToString() + Nothing,
            More = null,
            State = null,
            Category = null,
            Deadline = t.By,
        });
}
