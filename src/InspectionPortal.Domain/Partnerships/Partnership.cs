using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Domain.Partnerships;

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

    /// <summary>How many chief officers must approve a quarter; null where nobody chose (see <see cref="ApprovalQuorum"/>).</summary>
    public int? Quorum { get; set; }

    /// <summary>True where one person may be a partnership lead and a chief officer, who then approves what they lead.</summary>
    public bool LeadMayApprove { get; set; }

    /// <summary>IANA name of the zone in which people here read times.</summary>
    [MaxLength(60)]
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>The day that plan arithmetic takes for today. Demonstrations only; null elsewhere.</summary>
    public DateOnly? AsAt { get; set; }

    /// <summary>What a demonstration says about itself; null for a partnership at work.</summary>
    [MaxLength(600)]
    public string? DemonstrationNote { get; set; }

    /// <summary>Who accepted the platform administrator’s invitation as first partnership lead; null before that.</summary>
    public Guid? FirstLeadUserId { get; set; }

    /// <summary>What the form to give a scrutiny body access starts with.</summary>
    public GrantScope DefaultGrantScope { get; set; }

    public uint Version { get; set; }
}
