using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Reporting;

/// <summary>The quarter: updates come in, the partnership lead closes and submits it, the chief officers approve it.</summary>
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
    public PeriodState State { get; private set; }

    /// <summary>True where the plan's reporting calendar opened it. It does so once for the same days.</summary>
    public bool IsFromCalendar { get; set; }

    /// <summary>True where <paramref name="next"/> may follow the state the quarter is in.</summary>
    public bool CanBecome(PeriodState next) => (State, next) switch
    {
        (PeriodState.Open, PeriodState.WithLead) => true,
        (PeriodState.WithLead, PeriodState.Open) => true,
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
