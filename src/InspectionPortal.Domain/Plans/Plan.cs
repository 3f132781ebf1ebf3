using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Plans;

/// <summary>A partnership's action plan; answers any number of inspections, none included.</summary>
public sealed class Plan : TenantEntity
{
    public const int TitleMaxLength = 200;
    public const int PeriodMaxLength = 100;

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>The period in the plan's own words.</summary>
    [MaxLength(PeriodMaxLength)]
    public string? PeriodText { get; set; }

    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodTo { get; set; }

    [MaxLength(TitleMaxLength)]
    public string? OwnerGroup { get; set; }

    public PlanState State { get; private set; }

    /// <summary>The plan it follows; null where it is the first.</summary>
    public Guid? PredecessorId { get; set; }
    public Plan? Predecessor { get; set; }

    /// <summary>The day on which the chief officers approved its closing report; null before.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public List<PlanSection> Sections { get; } = [];
    public List<ExternalPlan> ExternalPlans { get; } = [];
    public List<PlanInspection> Inspections { get; } = [];
    public List<StretchAim> Aims { get; } = [];

    /// <summary>True where <paramref name="next"/> may follow the state the plan is in.</summary>
    public bool CanBecome(PlanState next) => (State, next) switch
    {
        (PlanState.Draft, PlanState.Agreed) => true,
        (PlanState.Draft or PlanState.Agreed, PlanState.Active) => true,
        (PlanState.Draft or PlanState.Agreed or PlanState.Active, PlanState.Closed) => true,
        _ => false,
    };

    /// <summary>Moves the plan on.</summary>
    /// <param name="next">The state it goes to.</param>
    /// <param name="today">The day, in the partnership's time zone.</param>
    /// <exception cref="InvalidOperationException">No such step; ask <see cref="CanBecome"/> first.</exception>
    public void Become(PlanState next, DateOnly today)
    {
        if (!CanBecome(next))
        {
            throw new InvalidOperationException($"A plan that is {State} cannot become {next}.");
        }

        State = next;
        ClosedOn = next == PlanState.Closed ? today : null;
    }
}
