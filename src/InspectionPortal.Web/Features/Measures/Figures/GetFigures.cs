using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>The grid of a measure's figures: what is stored last, what is due, and room for more.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="All">Shows every stored figure, not only the last twelve.</param>
/// <param name="Rows">Rows to show instead, as typed; they are judged and not saved.</param>
[Requires(Permission.WriteUpdates)]
public sealed record GetFigures(Guid MeasureId, bool All = false, IReadOnlyList<FigureCells>? Rows = null) : IQuery<FiguresPage>
{
    public const int StoredShown = 12;
    public const int MoreRows = 12;
}

internal sealed class GetFiguresHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetFigures, FiguresPage?>
{
    public async Task<FiguresPage?> Handle(GetFigures query, CancellationToken cancellationToken)
    {
        var grid = new FigureGrid(database, current, clock, time);
        return await grid.ReadAsync(query.MeasureId, cancellationToken) is { } read ? grid.Page(read, query.Rows, query.All) : null;
    }
}
