using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting;

/// <summary>What one agency says, with its date as written. Entries from before the portal belong to no period.</summary>
public sealed class UpdateEntry : TenantEntity
{
    public const int TextMaxLength = 8000;
    public const int DateTextMaxLength = 100;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }

    /// <summary>Null for history from before the portal.</summary>
    public Guid? UpdateId { get; set; }

    public ProgressUpdate? Update { get; set; }

    /// <summary>The agency speaking; null where the source names none.</summary>
    public Guid? AgencyId { get; set; }

    public Agency? Agency { get; set; }
    public Guid? AuthorUserId { get; set; }
    public int Position { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    [MaxLength(DateTextMaxLength)]
    public string? DateText { get; set; }

    public Guid? MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public bool BeforePortal { get; set; }
    public SourceNote Source { get; set; } = SourceNote.None;
}
