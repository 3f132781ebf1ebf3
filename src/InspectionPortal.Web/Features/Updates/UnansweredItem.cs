using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Something without a submitted update; a draft stays a draft and is not part of the report.</summary>
public sealed record UnansweredItem(Guid ProjectId, string Number, string Title, UpdateState? State);
