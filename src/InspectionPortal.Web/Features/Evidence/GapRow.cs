using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A recommendation whose evidence leaves something to ask.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">What it asks.</param>
/// <param name="Count">How many pieces of evidence there are.</param>
/// <param name="Kind">The one type that all of it is of, where that is the gap.</param>
public sealed record GapRow(Guid Id, string Number, string Text, int Count, EvidenceType? Kind);
