namespace InspectionPortal.Web.Features.Measures.Figures;

/// <param name="Measures">The measures, in the order of the rows.</param>
/// <param name="Form">The rows.</param>
/// <param name="Understood">The last day of the period; null where none is understood.</param>
/// <param name="Trouble">Why the period cannot be used; null where it can.</param>
/// <param name="Periods">Reporting periods to choose from.</param>
/// <param name="LeftOut">How many measures are more than fit.</param>
public sealed record PeriodFiguresPage(
    IReadOnlyList<PeriodMeasure> Measures, EnterFiguresOfPeriod Form, DateOnly? Understood, string? Trouble, IReadOnlyList<PeriodChoice> Periods, int LeftOut);
