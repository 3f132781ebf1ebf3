using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the small charts of the rows are made from: the series of projects that have dated figures, illustrative ones too.</summary>
internal sealed partial class PlanPieces
{
    private IQueryable<Piece> Points() => database.MeasurePoints.AsNoTracking()
        .Where(p => p.Measure!.PlanId == planId && p.Measure.ProjectId != null && p.Date != null)
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
        .Where(p => p.Measure!.PlanId == planId && p.Measure.ProjectId != null)
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
        .Where(m => m.PlanId == planId && m.ProjectId != null && m.Points.Any(p => p.Date != null))
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
                + "\n" + (m.IsIllustrative ? "1" : "") + "\n" + (m.ScreenMovingRanges ? "1" : "") + "\n" + (m.BaselinePoints == null ? "" : m.BaselinePoints.Value.ToString()),
            Deadline = m.Deadline,
        });

    private IQueryable<DatedPiece> Goals() => database.MeasureTargets.AsNoTracking()
        .Where(t => t.Measure!.PlanId == planId && t.Measure.ProjectId != null && t.Measure.Points.Any(p => p.Date != null))
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
