using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Features.People;

/// <summary>Members under the role that says most about them.</summary>
public sealed record MemberGroup(PartnershipRole Role, IReadOnlyList<MemberRow> Members);
