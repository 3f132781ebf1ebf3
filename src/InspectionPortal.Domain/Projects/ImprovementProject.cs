using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Domain.Projects;

/// <summary>The unit of work: what will be done, by whom, by when, and how it stands. Status and rating are two things.</summary>
public sealed class ImprovementProject : TenantEntity
{
    public const int NumberMaxLength = 20;
    public const int TitleMaxLength = 300;
    public const int TextMaxLength = 8000;
    public const int ReferenceMaxLength = 300;
    public const int ReasonMaxLength = 1000;
    public const int RatingMaxLength = 40;
    public const int LeadsTextMaxLength = 500;
    public const int RiskMaxLength = 500;

    public Guid AimId { get; set; }
    public StretchAim? Aim { get; set; }

    /// <summary>Worked out by the database from what the row refers to: its rules for scrutiny bodies go by it.</summary>
    public Guid PlanId { get; private set; }

    /// <summary>The project of an earlier plan that it carries on; null for none.</summary>
    public Guid? PredecessorId { get; set; }
    public ImprovementProject? Predecessor { get; set; }

    /// <summary>Null where the source names no driver and the project hangs straight under its aim.</summary>
    public Guid? DriverId { get; set; }

    public KeyDriver? Driver { get; set; }
    public int Position { get; set; }

    [MaxLength(NumberMaxLength)]
    public required string Number { get; set; }

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>The improvement project aim.</summary>
    [MaxLength(TextMaxLength)]
    public string? AimText { get; set; }

    /// <summary>What will make the difference.</summary>
    [MaxLength(TextMaxLength)]
    public string? Difference { get; set; }

    /// <summary>How success will be seen.</summary>
    [MaxLength(TextMaxLength)]
    public string? Success { get; set; }

    /// <summary>Impact for children.</summary>
    [MaxLength(TextMaxLength)]
    public string? Impact { get; set; }

    /// <summary>What the plan itself says will prove the work: not evidence held, and often a target with a date of its own.</summary>
    [MaxLength(TextMaxLength)]
    public string? EvidenceText { get; set; }

    /// <summary>What could stop the work. Scrutiny bodies read it only where the partnership says so.</summary>
    [MaxLength(RiskMaxLength)]
    public string? Risk { get; set; }

    /// <summary>
    /// Who leads, in the plan's own words, where <see cref="Leads"/> alone would lose something of them ("TBA", "all team managers").
    /// </summary>
    [MaxLength(LeadsTextMaxLength)]
    public string? LeadsText { get; set; }

    /// <summary>True where a driver diagram calls it a change idea.</summary>
    public bool IsChangeIdea { get; set; }

    /// <summary>The deadline in force, as written. The original and every slip stay in <see cref="Slips"/>.</summary>
    public Deadline Deadline { get; set; } = Deadline.None;

    /// <summary>When those who do the work now expect to be done, as last accepted; none where they agree with the deadline.</summary>
    public Deadline Forecast { get; set; } = Deadline.None;

    public ProjectStatus Status { get; set; }

    /// <summary>Why the work was stopped.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? StatusReason { get; set; }

    /// <summary>Code of the rating last accepted, from the partnership's key; null is "not rated".</summary>
    [MaxLength(RatingMaxLength)]
    public string? Rag { get; set; }

    public DateTimeOffset? RagAcceptedAt { get; set; }

    /// <summary>Why the partnership lead gave this rating outside an update; null where it came with an update or an import.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? RagReason { get; set; }

    [MaxLength(ReferenceMaxLength)]
    public string? ExternalReference { get; set; }

    /// <summary>Why nothing needs doing; null for real work.</summary>
    [MaxLength(ReasonMaxLength)]
    public string? NoActionNeededReason { get; set; }

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<ProjectLead> Leads { get; } = [];
    public List<SubAction> SubActions { get; } = [];
    public List<CategoryNote> CategoryNotes { get; } = [];
    public List<DependsOn> Dependencies { get; } = [];
    public List<Measure> Measures { get; } = [];
    public List<TestOfChange> TestsOfChange { get; } = [];
    public List<DeadlineSlip> Slips { get; } = [];
    public List<RecommendationLink> Answers { get; } = [];
    public List<ProgressUpdate> Updates { get; } = [];
    public List<UpdateEntry> Entries { get; } = [];
}
