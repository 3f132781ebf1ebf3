using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Inspections;

/// <summary>A grade given to one indicator or a range of them; nested where the scrutiny body nests its judgements.</summary>
public sealed class Grading : TenantEntity
{
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public Guid? ParentId { get; set; }
    public Grading? Parent { get; set; }
    public int Position { get; set; }

    [MaxLength(40)]
    public string? Indicator { get; set; }

    [MaxLength(300)]
    public required string Title { get; set; }

    [MaxLength(200)]
    public string? Scale { get; set; }

    [MaxLength(100)]
    public required string Grade { get; set; }
}
