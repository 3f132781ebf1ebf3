using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Tenancy;

/// <summary>The tenant: a council, its health board, police, schools and voluntary sector, answering one inspection together.</summary>
public sealed class Partnership
{
    public const int SlugMaxLength = 40;
    public const int NameMaxLength = 120;
    public const int QuorumMaximum = 12;

    /// <summary>Assigned by the database; the value behind every tenant_id.</summary>
    public int Id { get; set; }

    /// <summary>First segment of every address of this partnership: lower-case letters, digits and single hyphens.</summary>
    [MaxLength(SlugMaxLength)]
    public required string Slug { get; set; }

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    public PartnershipKind Kind { get; set; }

    public PartnershipState State { get; set; }

    /// <summary>The partnership's own words for the visible terms, by <see cref="Vocabulary"/> key.</summary>
    public Vocabulary Vocabulary { get; set; } = new();

    /// <summary>Which levels and columns its plans show, in which order, under which labels.</summary>
    public PlanLayout Layout { get; set; } = PlanLayout.Default;

    /// <summary>Two to five ratings, best first.</summary>
    public List<Rating> RagKey { get; set; } = [.. RatingKey.Default];

    /// <summary>How many chief officers must approve a quarter.</summary>
    public int Quorum { get; set; } = 1;

    /// <summary>IANA name of the zone in which people here read times.</summary>
    [MaxLength(60)]
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>The day that plan arithmetic takes for today. Demonstrations only; null elsewhere.</summary>
    public DateOnly? AsAt { get; set; }

    /// <summary>What a demonstration says about itself; null for a partnership at work.</summary>
    [MaxLength(600)]
    public string? DemonstrationNote { get; set; }

    /// <summary>Whom the administrator named as first partnership lead: the one member the platform may make a link for.</summary>
    public Guid? FirstLeadUserId { get; set; }

    public uint Version { get; set; }
}

public enum PartnershipKind
{
    Partnership,
    Council,
}

public enum PartnershipState
{
    Active,
    Suspended,
    Closed,
}

/// <summary>Singular visible words that a partnership can change. A null word means the portal's own.</summary>
public sealed record Vocabulary
{
    public string? Recommendation { get; init; }
    public string? StretchAim { get; init; }
    public string? KeyDriver { get; init; }
    public string? ImprovementProject { get; init; }
    public string? SubAction { get; init; }
    public string? Measure { get; init; }

    [JsonIgnore]
    public string RecommendationWord => Recommendation ?? "Recommendation";

    [JsonIgnore]
    public string StretchAimWord => StretchAim ?? "Stretch aim";

    [JsonIgnore]
    public string KeyDriverWord => KeyDriver ?? "Key driver";

    [JsonIgnore]
    public string ImprovementProjectWord => ImprovementProject ?? "Improvement project";

    [JsonIgnore]
    public string SubActionWord => SubAction ?? "Sub-action";

    [JsonIgnore]
    public string MeasureWord => Measure ?? "Measure";
}
