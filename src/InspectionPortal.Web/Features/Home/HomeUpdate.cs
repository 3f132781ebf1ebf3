using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Home;

/// <summary>An update in a quarter.</summary>
internal sealed record HomeUpdate(Guid ProjectId, UpdateState State, string? ReviewComment);
