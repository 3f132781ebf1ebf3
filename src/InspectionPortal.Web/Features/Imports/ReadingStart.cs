using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports;

/// <param name="Hints">What is known before the file is read.</param>
/// <param name="Refusal">Why the file is not read at all; null where it is.</param>
public sealed record ReadingStart(ImportHints Hints, string? Refusal);
