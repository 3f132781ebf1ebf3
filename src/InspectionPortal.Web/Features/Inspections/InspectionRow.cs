using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record InspectionRow(Guid Id, InspectionKind Kind, string Title, DateOnly? Published, string? PublishedText, string? FieldworkText, List<InspectionBodyRow> Bodies, int Recommendations);
