using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Identity;

/// <summary>All roles of the person in one partnership.</summary>
public sealed record SessionMembership(SessionPartnership Partnership, IReadOnlySet<PartnershipRole> Roles, string? Capacity);
