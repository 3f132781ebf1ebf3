using System.Collections.Concurrent;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Who reads when: partnerships in turn, few at once, and nobody waits for ever.</summary>
public sealed class ReadingQueueTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Run_OneSendsMany_TheOtherIsNext()
    {
        var queue = Queue(atOnce: 1);
        var order = new ConcurrentQueue<string>();
        using var open = new ManualResetEventSlim();
        var first = queue.RunAsync(1, _ => Held(open), CancellationToken.None);
        string[] asked = ["1a", "1b", "1c", "2a", "3a", "2b"];
        var all = asked.Select(name => queue.RunAsync(name[0] - '0', _ => Noted(order, name), CancellationToken.None)).ToList();

        open.Set();
        await Task.WhenAll([first, .. all]);

        Assert.Equal(["1a", "2a", "3a", "1b", "2b", "1c"], order);
        Assert.Equal((0, 0), (queue.Waiting, await NoneRunsAsync(queue)));
    }

    [Fact]
    public async Task Run_ManyProcessors_OnePartnershipHasTwoAtMost()
    {
        var queue = Queue(atOnce: 4);
        using var open = new ManualResetEventSlim();
        var own = Enumerable.Range(0, 4).Select(_ => queue.RunAsync(1, _ => Held(open), CancellationToken.None)).ToList();
        var other = queue.RunAsync(2, _ => true, CancellationToken.None);

        Assert.True(await other);
        Assert.Equal(2, queue.Waiting);
        open.Set();
        await Task.WhenAll(own);
    }

    [Fact]
    public async Task Run_TooManyWait_IsRefusedAndTheOthersAreRead()
    {
        var queue = Queue(atOnce: 1, waiting: 2);
        using var open = new ManualResetEventSlim();
        var kept = Enumerable.Range(0, 3).Select(_ => queue.RunAsync(1, _ => Held(open), CancellationToken.None)).ToList();

        var refusal = await Assert.ThrowsAsync<ImportException>(() => queue.RunAsync(1, _ => true, CancellationToken.None));
        var other = queue.RunAsync(2, _ => true, CancellationToken.None);

        Assert.Contains("Try again in a minute", refusal.Message, StringComparison.Ordinal);
        open.Set();
        Assert.True(await other);
        await Task.WhenAll(kept);
    }

    [Fact]
    public async Task Run_TurnDoesNotCome_SaysSoAndHoldsNoPlace()
    {
        var queue = Queue(atOnce: 1, patience: TimeSpan.FromMilliseconds(20));
        using var open = new ManualResetEventSlim();
        var first = queue.RunAsync(1, _ => Held(open), CancellationToken.None);
        var isRun = false;

        await Assert.ThrowsAsync<ImportException>(() => queue.RunAsync(2, _ => isRun = true, CancellationToken.None));

        Assert.Equal(0, queue.Waiting);
        open.Set();
        Assert.True(await first);
        Assert.False(isRun);
    }

    [Fact]
    public async Task Run_SenderGoesWhileWaiting_IsNeverRead()
    {
        var queue = Queue(atOnce: 1);
        using var open = new ManualResetEventSlim();
        using var gone = new CancellationTokenSource();
        var first = queue.RunAsync(1, _ => Held(open), CancellationToken.None);
        var isRun = false;
        var waits = queue.RunAsync(2, _ => isRun = true, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        Assert.Equal(0, queue.Waiting);
        open.Set();
        Assert.True(await first);
        Assert.True(await queue.RunAsync(2, _ => true, CancellationToken.None));
        Assert.False(isRun);
    }

    [Fact]
    public async Task Run_SenderGoesWhileRead_EndsAtTheNextStep()
    {
        var queue = Queue(atOnce: 1);
        using var gone = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var read = queue.RunAsync(1, budget => Forever(budget, begun), gone.Token);

        begun.Wait();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.True(await queue.RunAsync(1, _ => true, CancellationToken.None));
    }

    [Fact]
    public async Task Run_WorkThatNeverEnds_EndsWithItsBudget()
    {
        var queue = new ReadingQueue(new ReadingQueueLimits(1, 2, 4, Long, new ReadingAllowance(TimeSpan.FromMilliseconds(50), 1 << 20)), TimeProvider.System);
        using var begun = new ManualResetEventSlim();

        var refusal = await Assert.ThrowsAsync<ImportException>(() => queue.RunAsync(1, budget => Forever(budget, begun), CancellationToken.None));

        Assert.Contains("takes too long", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OneFails_TheNextIsRead()
    {
        var queue = Queue(atOnce: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync<bool>(1, _ => throw new InvalidOperationException("broken"), CancellationToken.None));

        Assert.True(await queue.RunAsync(1, _ => true, CancellationToken.None));
    }

    private static ReadingQueue Queue(int atOnce, int waiting = 10, TimeSpan? patience = null) =>
        new(new ReadingQueueLimits(atOnce, 2, waiting, patience ?? Long, ReadingAllowance.Default), TimeProvider.System);

    private static bool Held(ManualResetEventSlim open)
    {
        open.Wait();
        return true;
    }

    private static bool Noted(ConcurrentQueue<string> order, string name)
    {
        order.Enqueue(name);
        return true;
    }

    private static bool Forever(ReadingBudget budget, ManualResetEventSlim begun)
    {
        begun.Set();
        for (long i = 0; i < long.MaxValue; i++)
        {
            budget.Step();
        }

        return false;
    }

    /// <summary>The last thread says that it has ended just after its result is there.</summary>
    private static async Task<int> NoneRunsAsync(ReadingQueue queue)
    {
        while (queue.Running > 0)
        {
            await Task.Yield();
        }

        return queue.Running;
    }
}
