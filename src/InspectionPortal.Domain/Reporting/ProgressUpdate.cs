using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting;

/// <summary>What is said of one project in one period, by one or more agencies.</summary>
public sealed class ProgressUpdate : TenantEntity
{
    public const int TextMaxLength = 4000;
    public const int ReasonMaxLength = 1000;

    public Guid PeriodId { get; set; }
    public ReportingPeriod? Period { get; set; }
    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public UpdateState State { get; set; }

    /// <summary>"No change since last quarter", said on purpose.</summary>
    public bool NoChange { get; set; }

    public ProjectStatus Status { get; set; }

    [MaxLength(ReasonMaxLength)]
    public string? StatusReason { get; set; }

    /// <summary>Rating code proposed; null is "not rated", which needs <see cref="NotRatedReason"/>.</summary>
    [MaxLength(ImprovementProject.RatingMaxLength)]
    public string? RagProposed { get; set; }

    [MaxLength(ReasonMaxLength)]
    public string? NotRatedReason { get; set; }

    /// <summary>Rating code that the partnership lead accepted; kept beside the one proposed.</summary>
    [MaxLength(ImprovementProject.RatingMaxLength)]
    public string? RagAccepted { get; set; }

    /// <summary>Why the partnership lead judged otherwise.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? RagChangedReason { get; set; }

    public Deadline Forecast { get; set; } = Deadline.None;

    [MaxLength(ReasonMaxLength)]
    public string? SlipReason { get; set; }

    [MaxLength(TextMaxLength)]
    public string? HelpNeeded { get; set; }

    /// <summary>Why it was sent back.</summary>
    [MaxLength(TextMaxLength)]
    public string? ReviewComment { get; set; }

    public Guid? SubmittedByUserId { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }
    public Guid? ReviewedByUserId { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public DateTimeOffset SavedAt { get; set; }

    public List<UpdateEntry> Entries { get; } = [];
    public List<UpdateFigure> Figures { get; } = [];

    /// <summary>
    /// True where <paramref name="next"/> may follow the state the update is in. What is submitted can be said again until
    /// someone has reviewed it; what is accepted stays as it is.
    /// </summary>
    public bool CanBecome(UpdateState next) => (State, next) switch
    {
        (UpdateState.Draft or UpdateState.SentBack, UpdateState.Draft or UpdateState.Submitted) => true,
        (UpdateState.Submitted, UpdateState.Submitted or UpdateState.Accepted or UpdateState.SentBack) => true,
        _ => false,
    };
}
