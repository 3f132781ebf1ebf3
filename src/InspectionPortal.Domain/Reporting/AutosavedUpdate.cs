using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// What one person has typed into the form of one update and not saved. Only they see it. It never changes the update itself, so
/// it cannot overwrite what somebody else saved. It goes when they save or submit the update, or discard it.
/// </summary>
public sealed class AutosavedUpdate : TenantEntity
{
    /// <summary>Longest <see cref="Content"/>, in characters.</summary>
    public const int ContentMaxLength = 400_000;

    public Guid PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }
    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }

    /// <summary>The version of the update that was in the form when they began; null where nothing had been saved.</summary>
    public long? BaseVersion { get; set; }

    /// <summary>The fields of the form as JSON, as typed: nothing in it has been checked.</summary>
    [MaxLength(ContentMaxLength)]
    public required string Content { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}
