using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>The grid with the rows of a file in it, judged and not saved. What is stored already, figure for figure, is left out.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record PreviewFigures(Guid MeasureId, IReadOnlyList<FigureCells> Rows, string? FileName, IReadOnlyList<string> Doubts) : IQuery<FiguresPage>;

internal sealed class PreviewFiguresHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<PreviewFigures, FiguresPage?>
{
    public async Task<FiguresPage?> Handle(PreviewFigures query, CancellationToken cancellationToken)
    {
        var grid = new FigureGrid(database, current, clock, time);
        if (await grid.ReadAsync(query.MeasureId, cancellationToken) is not { } read)
        {
            return null;
        }

        var states = new FigureCheck(read.Terms, read.Points).Read(query.Rows);
        var isNew = query.Rows.Where((_, i) => states[i].State != FigureRowState.There).ToList();
        var shown = isNew.Take(EnterFigures.MostRows).ToList();
        return grid.Page(read, shown) with
        {
            Preview = new FigurePreview(query.FileName ?? "the file", query.Rows.Count - isNew.Count, isNew.Count - shown.Count, query.Doubts),
        };
    }
}
