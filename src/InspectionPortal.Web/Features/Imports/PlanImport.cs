using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Imports;

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

    /// <summary>True where it can still be looked at and brought in.</summary>
    public bool IsWaiting(DateTimeOffset now) => State == ImportState.Read && now < At + Kept;
}

public enum ImportState
{
    /// <summary>Read and waiting; nothing of it is in the plan.</summary>
    Read,
    BroughtIn,
    Undone,
    Discarded,
}

/// <summary>What somebody chose about a file.</summary>
/// <param name="Columns">Header, or the number of the column from 1, to the wire name of what it feeds.</param>
/// <param name="Table">Which table is the plan, as it is called in messages; null leaves it to the portal.</param>
/// <param name="Leads">A name that is not known to what becomes of it: "add", "words", or the id of a responsibility.</param>
public sealed record ImportChoices(IReadOnlyDictionary<string, string> Columns, string? Table, IReadOnlyDictionary<string, string> Leads)
{
    /// <summary>The key of a question about a doubt to what was answered.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public const string Add = "add";
    public const string AsWords = "words";

    public static ImportChoices None { get; } = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), null, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>True where both read the same table by the same columns.</summary>
    public bool ReadsAs(ImportChoices other) => Table == other.Table && Same(Columns, other.Columns);

    public bool IsSame(ImportChoices other) => ReadsAs(other) && Same(Leads, other.Leads) && Same(Readings, other.Readings);

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(o => other.TryGetValue(o.Key, out var value) && value == o.Value);
}

/// <summary>What somebody looked at when they said that a file is to be brought in.</summary>
/// <param name="Seen">The fingerprint of the plan as the page showed it.</param>
/// <param name="Choices">The choices under which it was shown.</param>
public sealed record ImportAgreed(string? Seen, ImportChoices Choices);

/// <summary>What an import did.</summary>
/// <param name="Added">Ids of rows that it added, by the name of their entity.</param>
/// <param name="Changed">Fields that it changed, with what stood there before.</param>
/// <param name="Versions">The versions that the rows have since: one with another was touched by somebody.</param>
/// <param name="Told">What it did, in words.</param>
public sealed record ImportDone(
    IReadOnlyDictionary<string, List<Guid>> Added, IReadOnlyList<ImportedChange> Changed, IReadOnlyList<uint> Versions, string Told);

/// <summary>One field that an import changed.</summary>
public sealed record ImportedChange(string Entity, Guid Id, string Field, string? Before);

internal sealed class PlanImportMapping : IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.BelongsTo(i => i.Plan, nameof(PlanImport.PlanId));
        builder.Property(i => i.Choices).HasConversion<JsonConverter<ImportChoices>, JsonComparer<ImportChoices>>().HasColumnType("jsonb");
        builder.Property(i => i.Agreed).HasConversion<JsonConverter<ImportAgreed>, JsonComparer<ImportAgreed>>().HasColumnType("jsonb");
        builder.Property(i => i.Done).HasConversion<JsonConverter<ImportDone>, JsonComparer<ImportDone>>().HasColumnType("jsonb");
    }
}
