using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Work that a partnership asked for and that outlives the request: how far it is, and what came of it. Hangfire keeps
/// only the ids; everything that says something about the partnership stands here, behind its walls.
/// </summary>
public sealed class PartnershipJob : TenantEntity
{
    public const int WordsMaxLength = 200;
    public const int FailureMaxLength = 500;

    public JobKind Kind { get; set; }
    public JobState State { get; set; }
    public Guid AskedByUserId { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The one attempt that may still write here; another attempt takes the row over by putting its own in.</summary>
    public Guid? RunId { get; set; }

    public int StepsDone { get; set; }

    /// <summary>Zero until it is known.</summary>
    public int StepsTotal { get; set; }

    /// <summary>What is being done now, such as "Reading projects".</summary>
    [MaxLength(WordsMaxLength)]
    public string? StepWords { get; set; }

    /// <summary>Why it failed and what to do about it, in words.</summary>
    [MaxLength(FailureMaxLength)]
    public string? Failure { get; set; }

    /// <summary>When its file is no longer there to fetch.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Bytes of the file it made.</summary>
    public long? FileSize { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the file it made.</summary>
    [MaxLength(64)]
    public string? FileSha256 { get; set; }

    /// <summary>How many responses sent its file or a piece of it.</summary>
    public int Downloads { get; set; }

    public bool IsUnderWay => State is JobState.Waiting or JobState.Running;
}

internal sealed class PartnershipJobMapping : IEntityTypeConfiguration<PartnershipJob>
{
    public void Configure(EntityTypeBuilder<PartnershipJob> builder)
    {
        builder.Ignore(j => j.IsUnderWay);

        // One archive at a time for each partnership, whoever asks and however often.
        builder.HasIndex(j => new { j.TenantId, j.Kind }).IsUnique().HasFilter("kind = 'Archive' and state in ('Waiting', 'Running')");
    }
}
