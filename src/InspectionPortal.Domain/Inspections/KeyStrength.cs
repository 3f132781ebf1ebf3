using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Inspections;

public sealed class KeyStrength : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Number { get; set; }

    [MaxLength(2000)]
    public required string Text { get; set; }
}
