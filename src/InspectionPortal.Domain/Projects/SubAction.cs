using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Projects;

/// <summary>A step of a project. Closing the loop is a check with a result.</summary>
public sealed class SubAction : TenantEntity
{
    public const int TextMaxLength = 4000;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public int Position { get; set; }
    public SubActionCategory Category { get; set; } = SubActionCategory.Other;

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    public Deadline Deadline { get; set; } = Deadline.None;
    public ProjectStatus Status { get; set; }

    [MaxLength(TextMaxLength)]
    public string? Result { get; set; }

    /// <summary>Who owns it, in the plan's own words.</summary>
    [MaxLength(ImprovementProject.LeadsTextMaxLength)]
    public string? OwnersText { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;
    public List<SubActionOwner> Owners { get; } = [];
}
