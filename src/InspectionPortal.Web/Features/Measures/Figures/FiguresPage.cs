using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <param name="Measure">What is counted.</param>
/// <param name="Gaps">Missing and late periods, in sentences.</param>
/// <param name="Undated">How many stored figures have no date and so no row.</param>
/// <param name="Earlier">How many stored figures are not shown.</param>
/// <param name="Form">The rows.</param>
/// <param name="Readings">How each row is understood.</param>
/// <param name="Errors">What is wrong with rows that were given.</param>
/// <param name="Stored">The stored figures now, by id.</param>
public sealed record FiguresPage(
    FigureMeasure Measure, IReadOnlyList<string> Gaps, int Undated, int Earlier, EnterFigures Form, IReadOnlyList<FigureReading> Readings,
    IReadOnlyList<FieldError> Errors, IReadOnlyDictionary<Guid, FigureCells> Stored)
{
    /// <summary>Whether the grid asks for a numerator and a denominator.</summary>
    public bool HasCounts => Measure.HasCounts || Form.Rows.Exists(r => r.Numerator is not null || r.Denominator is not null);

    public bool Corrects => Form.Why is not null || Form.Rows.Exists(r => r.PointId is not null);

    /// <summary>The file that the rows come from; null where they come from none.</summary>
    public FigurePreview? Preview { get; init; }

    /// <summary>The same page with what was typed; after a conflict it can be saved over what is stored now.</summary>
    public FiguresPage With(EnterFigures command, bool takeNewest)
    {
        foreach (var row in command.Rows.Where(r => takeNewest && r.PointId is not null))
        {
            if (Stored.GetValueOrDefault(row.PointId!.Value) is { } now)
            {
                (row.Version, row.Was) = (now.Version, now.Was);
            }
        }

        return this with { Form = command };
    }
}
