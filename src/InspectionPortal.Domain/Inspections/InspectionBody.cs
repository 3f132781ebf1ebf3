using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Inspections;

/// <summary>A body that inspected, as lead or partner.</summary>
public sealed class InspectionBody : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Position { get; set; }

    [MaxLength(200)]
    public required string Name { get; set; }

    public bool IsLead { get; set; }
}
