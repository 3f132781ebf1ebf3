using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.People;

/// <summary>One role of one person in one partnership. Roles add up.</summary>
public sealed class Membership : TenantEntity
{
    public const int CapacityMaxLength = 200;

    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }
    public PartnershipRole Role { get; set; }

    /// <summary>The post in which a chief officer signs, such as "Chief Executive, NHS Grampian".</summary>
    [MaxLength(CapacityMaxLength)]
    public string? Capacity { get; set; }
}
