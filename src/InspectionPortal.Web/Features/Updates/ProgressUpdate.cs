using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Updates;

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

public enum UpdateState
{
    Draft,
    Submitted,
    Accepted,
    SentBack,
}

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

internal sealed class ProgressUpdateMapping : IEntityTypeConfiguration<ProgressUpdate>, IEntityTypeConfiguration<UpdateEntry>
{
    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.BelongsTo(u => u.Period, nameof(ProgressUpdate.PeriodId));
        builder.BelongsTo(u => u.Project, nameof(ProgressUpdate.ProjectId), p => p.Updates);
        builder.HasIndex(u => new { u.TenantId, u.PeriodId, u.ProjectId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UpdateEntry> builder)
    {
        builder.BelongsTo(e => e.Project, nameof(UpdateEntry.ProjectId), p => p.Entries);
        builder.BelongsTo(e => e.Update, nameof(UpdateEntry.UpdateId), u => u.Entries);
        builder.BelongsTo(e => e.Agency, nameof(UpdateEntry.AgencyId));
        builder.BelongsTo(e => e.Measure, nameof(UpdateEntry.MeasureId));
    }
}
