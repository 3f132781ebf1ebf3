using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The project's own words.</summary>
public sealed class ProjectHead
{
    public Guid Id { get; init; }
    public Guid PlanId { get; init; }
    public PlanState PlanState { get; init; }

    /// <summary>The project of the earlier plan that it carries on; null for none.</summary>
    public CarriedProject? Before { get; init; }

    /// <summary>The project of a later plan that carries it on; null for none.</summary>
    public CarriedProject? After { get; init; }

    public Guid AimId { get; init; }
    public required string AimNumber { get; init; }
    public required string AimStatement { get; init; }
    public string? Driver { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }

    /// <summary>Its texts, as far as the reader may read them.</summary>
    public required ProjectTexts Texts { get; init; }

    public bool IsChangeIdea { get; init; }
    public required Deadline Deadline { get; init; }
    public required Deadline Forecast { get; init; }
    public ProjectStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public string? Rag { get; init; }
    public DateTimeOffset? RagAcceptedAt { get; init; }

    /// <summary>Why the partnership lead gave the rating; null where it came with an update. Members only.</summary>
    public string? RagReason { get; init; }

    public string? NoActionNeededReason { get; init; }
    public required SourceNote Source { get; init; }
    public required List<LeadName> Leads { get; init; }
    public required List<ProjectStep> Steps { get; init; }
    public required List<ProjectSlip> Slips { get; init; }

    public string? LeadsText => Texts[ProjectFields.LeadsText];

    /// <summary>Who answers for it by name; null where the plan's own words name them all.</summary>
    public string? NamesBesideWords =>
        Leads.Count == 0 || (LeadsText is { } words && Leads.TrueForAll(l => words.Contains(l.Name, StringComparison.OrdinalIgnoreCase)))
            ? null
            : LeadName.Join(Leads);
}
