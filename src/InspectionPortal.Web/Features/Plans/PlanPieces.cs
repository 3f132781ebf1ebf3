using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What hangs on the projects of a plan.</summary>
internal enum PieceKind
{
    Lead,
    Owner,
    Note,
    Link,
    Entry,
    Step,
    Measure,
    Target,
    Point,
    Phase,
    Series,
    SeriesUsed,
    Goal,
}

/// <summary>One thing that hangs on a project, a step or a measure, in a shape that all kinds share.</summary>
internal sealed class Piece
{
    public int Kind { get; init; }
    public Guid Parent { get; init; }
    public int Position { get; init; }
    public Guid Item { get; init; }
    public required string Words { get; init; }
    public string? More { get; init; }
    public string? State { get; init; }
    public string? Who { get; init; }
    public string? Period { get; init; }
    public DateOnly? PeriodEnd { get; init; }
}

/// <summary>A piece with a deadline.</summary>
internal sealed class DatedPiece
{
    public int Kind { get; init; }
    public Guid Parent { get; init; }
    public int Position { get; init; }
    public Guid Item { get; init; }
    public required string Words { get; init; }
    public string? More { get; init; }
    public string? State { get; init; }
    public string? Category { get; init; }
    public required Deadline Deadline { get; init; }
}

/// <summary>
/// Reads all that hangs on the projects of a plan in two commands, so that a layout of many columns costs no more of them than
/// one of few: kinds of one shape are read as one set. Kinds that no column shows are left out. Every text is joined to an
/// empty one, since sets can only be put together where their columns are of one type.
/// </summary>
internal sealed partial class PlanPieces(PortalDbContext database, Guid planId, bool seesSubmitted)
{
    private const string Nothing = "";

    public async Task<ILookup<(PieceKind, Guid), Piece>> ReadAsync(PlanLayout layout, CancellationToken cancellationToken)
    {
        var pieces = Leads().Concat(Points()).Concat(Phases()).Concat(Owners());
        if (ShowsSteps(layout))
        {
            pieces = pieces.Concat(Notes());
        }

        if (layout.Has(PlanField.Recommendations))
        {
            pieces = pieces.Concat(Links());
        }

        if (layout.Has(PlanField.Updates))
        {
            pieces = pieces.Concat(Entries());
        }

        return (await pieces.ToListAsync(cancellationToken)).OrderBy(p => p.Position).ThenBy(p => p.Item).ToLookup(p => ((PieceKind)p.Kind, p.Parent));
    }

    public async Task<ILookup<(PieceKind, Guid), DatedPiece>> ReadDatedAsync(PlanLayout layout, CancellationToken cancellationToken)
    {
        var pieces = Measures().Concat(Series()).Concat(SeriesUsed()).Concat(Goals()).Concat(Steps(ShowsSteps(layout)));
        if (layout.Has(PlanField.Measures))
        {
            pieces = pieces.Concat(Targets());
        }

        return (await pieces.ToListAsync(cancellationToken)).OrderBy(p => p.Position).ThenBy(p => p.Item).ToLookup(p => ((PieceKind)p.Kind, p.Parent));
    }

    /// <summary>True where any column shows sub-actions.</summary>
    public static bool ShowsSteps(PlanLayout layout) =>
        layout.Columns.Any(c => c.Field == PlanField.SubActions || PlanFieldWords.CategoryOf(c.Field) is not null);

    private IQueryable<Piece> Leads() => database.ProjectLeads.AsNoTracking().Where(l => l.Project!.Aim!.PlanId == planId)
        .Select(l => new Piece
        {
            Kind = (int)PieceKind.Lead,
            Parent = l.ProjectId,
            Position = l.Position,
            Item = l.LeadResponsibilityId,
            Words = l.LeadResponsibility!.Name + Nothing,
            More = null,
            State = l.Kind.ToString() + Nothing,
            Who = null,
            Period = null,
            PeriodEnd = null,
        });

    private IQueryable<Piece> Owners() => database.Set<Projects.SubActionOwner>().AsNoTracking().Where(o => o.SubAction!.Project!.Aim!.PlanId == planId)
        .Select(o => new Piece
        {
            Kind = (int)PieceKind.Owner,
            Parent = o.SubActionId,
            Position = 0,
            Item = o.LeadResponsibilityId,
            Words = o.LeadResponsibility!.Name + Nothing,
            More = null,
            State = null,
            Who = null,
            Period = null,
            PeriodEnd = null,
        });

    private IQueryable<Piece> Notes() => database.CategoryNotes.AsNoTracking().Where(n => n.Project!.Aim!.PlanId == planId)
        .Select(n => new Piece
        {
            Kind = (int)PieceKind.Note,
            Parent = n.ProjectId,
            Position = 0,
            Item = n.Id,
            Words = n.Text + Nothing,
            More = null,
            State = n.Category.ToString() + Nothing,
            Who = null,
            Period = null,
            PeriodEnd = null,
        });

    private IQueryable<Piece> Links() => database.RecommendationLinks.AsNoTracking()
        .Where(l => l.Project!.Aim!.PlanId == planId || l.Driver!.Aim!.PlanId == planId || l.Aim!.PlanId == planId
            || (l.Measure!.ProjectId != null && l.Measure.PlanId == planId))
        .Select(l => new Piece
        {
            Kind = (int)PieceKind.Link,
            Parent = l.ProjectId ?? l.DriverId ?? l.AimId ?? l.Measure!.ProjectId!.Value,
            Position = l.Recommendation!.Position,
            Item = l.RecommendationId,
            Words = l.Recommendation.Number + Nothing,
            More = null,
            State = l.Basis.ToString() + Nothing,
            Who = null,
            Period = null,
            PeriodEnd = null,
        });

    private IQueryable<Piece> Entries() => database.UpdateEntries.AsNoTracking()
        .Where(e => e.Project!.Aim!.PlanId == planId
            && (e.UpdateId == null || e.Update!.State == UpdateState.Accepted || (seesSubmitted && e.Update.State == UpdateState.Submitted)))
        .Select(e => new Piece
        {
            Kind = (int)PieceKind.Entry,
            Parent = e.ProjectId,
            Position = e.Position,
            Item = e.AgencyId ?? Guid.Empty,
            Words = e.Text + Nothing,
            More = e.DateText + Nothing,
            State = e.Update!.State.ToString() + Nothing,
            Who = e.Agency!.Code + "\n" + e.Agency.Name,
            Period = e.Update.Period!.Title + Nothing,
            PeriodEnd = e.Update.Period.To,
        });

    private IQueryable<DatedPiece> Measures() => database.Measures.AsNoTracking().Where(m => m.PlanId == planId && m.ProjectId != null && !m.IsIllustrative)
        .Select(m => new DatedPiece
        {
            Kind = (int)PieceKind.Measure,
            Parent = m.ProjectId!.Value,
            Position = m.Position,
            Item = m.Id,
            Words = m.Title + Nothing,
            More = m.Unit + Nothing,
            State = null,
            Category = null,
            Deadline = m.Deadline,
        });

    private IQueryable<DatedPiece> Targets() => database.MeasureTargets.AsNoTracking()
        .Where(t => t.Measure!.PlanId == planId && t.Measure.ProjectId != null && !t.Measure.IsIllustrative)
        .Select(t => new DatedPiece
        {
            Kind = (int)PieceKind.Target,
            Parent = t.MeasureId,
            Position = 0,
            Item = t.Id,
            Words = t.Value.ToString() + Nothing,
            More = t.Measure!.Unit + Nothing,
            State = null,
            Category = null,
            Deadline = t.By,
        });

    /// <summary>Sub-actions: all, since whether one is late matters in every layout; their words only where a column shows them.</summary>
    private IQueryable<DatedPiece> Steps(bool withWords) => database.SubActions.AsNoTracking().Where(s => s.Project!.Aim!.PlanId == planId)
        .Select(s => new DatedPiece
        {
            Kind = (int)PieceKind.Step,
            Parent = s.ProjectId,
            Position = s.Position,
            Item = s.Id,
            Words = (withWords ? s.Text : Nothing) + Nothing,
            More = (withWords ? s.OwnersText : Nothing) + Nothing,
            State = s.Status.ToString() + Nothing,
            Category = s.Category.ToString() + Nothing,
            Deadline = s.Deadline,
        });
}
