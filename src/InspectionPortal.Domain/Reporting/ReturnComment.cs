using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting;

/// <summary>What has to change about one project before a returned quarter can be approved. Written once, with the return.</summary>
public sealed class ReturnComment : TenantEntity
{
    public const int TextMaxLength = 2000;
    public const int Maximum = 50;

    /// <summary>The return that it belongs to.</summary>
    public Guid ApprovalId { get; set; }

    public Approval? Approval { get; set; }
    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public int Position { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }
}
