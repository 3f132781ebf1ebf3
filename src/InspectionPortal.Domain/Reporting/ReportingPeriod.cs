using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// The quarter: updates come in, the partnership lead closes and submits it, the chief officers approve it. The plan as first agreed and the
/// closing report go the same way, without updates.
/// </summary>
public sealed class ReportingPeriod : TenantEntity
{
    public const int TitleMaxLength = 100;

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
    public DateOnly OpensOn { get; set; }
    public DateOnly DueOn { get; set; }
    public DateOnly? MeetingOn { get; set; }
    public PeriodKind Kind { get; private set; }
    public PeriodState State { get; private set; }

    /// <summary>True where the plan's reporting calendar opened it. It does so once for the same days.</summary>
    public bool IsFromCalendar { get; set; }

    /// <summary>The baseline or closing report of a plan: with the lead from the start, since nobody is asked for an update.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="today">The day it is started, in the partnership's time zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A quarter is opened, not made here.</exception>
    public static ReportingPeriod OfPlan(PeriodKind kind, Guid planId, DateOnly today) => new()
    {
        PlanId = planId,
        Kind = kind,
        State = PeriodState.WithLead,
        Title = kind switch
        {
            PeriodKind.Baseline => "Plan as first agreed",
            PeriodKind.Closing => "Closing report",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        },
        From = today,
        To = today,
        OpensOn = today,
        DueOn = today,
    };

    /// <summary>True where <paramref name="next"/> may follow the state the quarter is in.</summary>
    public bool CanBecome(PeriodState next) => (State, next) switch
    {
        (PeriodState.Open, PeriodState.WithLead) => true,
        (PeriodState.WithLead, PeriodState.Open) => Kind == PeriodKind.Quarter,
        (PeriodState.WithLead, PeriodState.Submitted) => true,
        (PeriodState.Submitted, PeriodState.Approved) => true,
        (PeriodState.Submitted, PeriodState.WithLead) => true,
        _ => false,
    };

    /// <summary>Moves the quarter on.</summary>
    /// <exception cref="InvalidOperationException">The design draws no such step; ask <see cref="CanBecome"/> first.</exception>
    public void Become(PeriodState next)
    {
        if (!CanBecome(next))
        {
            throw new InvalidOperationException($"A quarter that is {State} cannot become {next}.");
        }

        State = next;
    }
}
