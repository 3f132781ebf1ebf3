using InspectionPortal.Domain.Measures;

namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>What there is to answer about a measure or a project.</summary>
/// <param name="Title">Of the measure, or number and title of the project.</param>
/// <param name="Address">Its page, from "~/".</param>
/// <param name="About">The portal's sentence; null where there is nothing to answer.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="FiguresTo">Day of the newest figure.</param>
public sealed record SignalQuestion(string Title, string Address, string? About, SignalAnswerKind Kind, DateOnly? FiguresTo);
