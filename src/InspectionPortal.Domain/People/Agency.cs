using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.People;

/// <summary>Whoever speaks or leads: an organisation, a service, a committee or a standing group.</summary>
public sealed class Agency : TenantEntity
{
    public const int NameMaxLength = 200;
    public const int CodeMaxLength = 30;

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    [MaxLength(CodeMaxLength)]
    public required string Code { get; set; }

    public AgencyKind Kind { get; set; }

    [MaxLength(NameMaxLength)]
    public string? Chair { get; set; }

    /// <summary>Next step up the governance chain.</summary>
    public Guid? ReportsToId { get; set; }

    public Agency? ReportsTo { get; set; }
}
