using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Inspections;

public sealed class InspectionQuestion : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Number { get; set; }

    [MaxLength(1000)]
    public required string Text { get; set; }
}
