using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class QuarterLockTests
{
    private static readonly (PeriodState From, PeriodState To)[] PeriodSteps =
    [
        (PeriodState.Open, PeriodState.WithLead), (PeriodState.WithLead, PeriodState.Submitted), (PeriodState.Submitted, PeriodState.Approved),
        (PeriodState.Submitted, PeriodState.WithLead), (PeriodState.WithLead, PeriodState.Open),
    ];

    private static readonly (UpdateState From, UpdateState To)[] UpdateSteps =
    [
        (UpdateState.Draft, UpdateState.Draft), (UpdateState.Draft, UpdateState.Submitted), (UpdateState.SentBack, UpdateState.Draft),
        (UpdateState.SentBack, UpdateState.Submitted), (UpdateState.Submitted, UpdateState.Submitted), (UpdateState.Submitted, UpdateState.Accepted),
        (UpdateState.Submitted, UpdateState.SentBack),
    ];

    public static TheoryData<PeriodState, PeriodState> PeriodPairs() => Pairs<PeriodState>();

    public static TheoryData<UpdateState, UpdateState> UpdatePairs() => Pairs<UpdateState>();

    [Theory]
    [MemberData(nameof(PeriodPairs))]
    public void Become_EveryPairOfStates_OnlyTheStepsOfTheQuarter(PeriodState from, PeriodState to)
    {
        var period = In(from);

        Assert.Equal(PeriodSteps.Contains((from, to)), period.CanBecome(to));
        if (period.CanBecome(to))
        {
            period.Become(to);
            Assert.Equal(to, period.State);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => period.Become(to));
            Assert.Equal(from, period.State);
        }
    }

    [Theory]
    [MemberData(nameof(UpdatePairs))]
    public void CanBecome_EveryPairOfStates_OnlyTheStepsOfAnUpdate(UpdateState from, UpdateState to) =>
        Assert.Equal(UpdateSteps.Contains((from, to)), new ProgressUpdate { State = from }.CanBecome(to));

    private static ReportingPeriod In(PeriodState state)
    {
        var period = new ReportingPeriod { Title = "Quarter" };
        foreach (var step in new[] { PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved }.TakeWhile(s => s <= state))
        {
            period.Become(step);
        }

        return period;
    }

    private static TheoryData<T, T> Pairs<T>()
        where T : struct, Enum
    {
        var pairs = new TheoryData<T, T>();
        foreach (var from in Enum.GetValues<T>())
        {
            foreach (var to in Enum.GetValues<T>())
            {
                pairs.Add(from, to);
            }
        }

        return pairs;
    }
}
