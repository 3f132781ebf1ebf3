using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Identity;

/// <summary>What the session knows of a partnership, enough for any page's frame.</summary>
public sealed record SessionPartnership(
    int Id, string Slug, string Name, PartnershipKind Kind, Vocabulary Vocabulary, IReadOnlyList<Rating> RagKey, int? Quorum,
    string TimeZone, DateOnly? AsAt, string? DemonstrationNote, PlanLayout Layout)
{
    /// <summary>True where one person may be a partnership lead and a chief officer.</summary>
    public bool LeadMayApprove { get; init; }
}
