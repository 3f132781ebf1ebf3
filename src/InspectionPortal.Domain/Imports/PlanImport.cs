using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Imports;

/// <summary>
/// A file that somebody wants to make the plan of: read and looked at, then brought in and perhaps undone, or thrown away.
/// Its bytes are kept only until then, and for a week at most.
/// </summary>
public sealed class PlanImport : TenantEntity
{
    public const int FileNameMaxLength = 200;

    /// <summary>The largest file, in bytes: 10 MB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>How long a file waits to be brought in.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    [MaxLength(FileNameMaxLength)]
    public required string FileName { get; set; }

    [MaxLength(64)]
    public required string Sha256 { get; set; }

    public long Size { get; set; }

    /// <summary>The file itself, while it waits; null afterwards.</summary>
    public byte[]? Data { get; set; }

    /// <summary>What was read in the file, packed, while the file waits; null where it has to be read.</summary>
    public byte[]? Reading { get; set; }

    /// <summary>By what the file was read: another key, and it is read again.</summary>
    [MaxLength(64)]
    public string? ReadingKey { get; set; }

    /// <summary>What somebody chose about it.</summary>
    public ImportChoices Choices { get; set; } = ImportChoices.None;

    /// <summary>The plan it goes into; null while that is a new one, and again once that is undone.</summary>
    public Guid? PlanId { get; set; }

    public Plan? Plan { get; set; }

    /// <summary>What a new plan is to be called; null where it goes into one that exists.</summary>
    [MaxLength(Plan.TitleMaxLength)]
    public string? NewPlanTitle { get; set; }

    public ImportState State { get; set; }
    public Guid? ByUserId { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What it added and changed, so that it can be undone; null until it is brought in.</summary>
    public ImportDone? Done { get; set; }

    public DateTimeOffset? BroughtInAt { get; set; }
    public Guid? BroughtInByUserId { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }
    public Guid? UndoneByUserId { get; set; }

    /// <summary>How many things the file holds; tells whether bringing it in takes long.</summary>
    public int Pieces { get; set; }

    /// <summary>The job that brings it in or undoes it, where that takes long; kept when it has ended.</summary>
    public Guid? JobId { get; set; }

    /// <summary>What was looked at when a job was asked to bring it in.</summary>
    public ImportAgreed? Agreed { get; set; }

    /// <summary>Keeps what was read, so that it is not read again.</summary>
    public void Keep(byte[] reading, string key) => (Reading, ReadingKey) = (reading, key);

    /// <summary>Lets go of the file and of what was read in it, once it is decided.</summary>
    public void Forget() => (Data, Reading, ReadingKey) = (null, null, null);

    /// <summary>True where it can still be looked at and brought in.</summary>
    public bool IsWaiting(DateTimeOffset now) => State == ImportState.Read && now < At + Kept;
}
