using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Features.People;

public sealed record ResponsibilityRow(
    Guid Id, string Name, ResponsibilityKind Kind, string? Agency, int Projects, IReadOnlyList<HolderRow> Holders);
