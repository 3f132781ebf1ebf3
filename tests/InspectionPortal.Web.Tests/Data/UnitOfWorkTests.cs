using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Data;

/// <summary>What follows a commit.</summary>
public sealed class UnitOfWorkTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly List<string> _done = [];

    [Fact]
    public Task AfterCommit_OfWorkThatIsCommitted_RunsOnceAndOutsideTheTransaction() => RunAsync(async (unitOfWork, database) =>
    {
        await unitOfWork.RunAsync(
            _ =>
            {
                unitOfWork.AfterCommit(_ => Add(database.Database.CurrentTransaction is null ? "after" : "within"));
                return Add("work");
            },
            CancellationToken.None);
        await unitOfWork.RunAsync(_ => Add("next"), CancellationToken.None);

        Assert.Equal(["work", "after", "next"], _done);
    });

    [Fact]
    public Task AfterCommit_OfWorkThatIsRolledBack_DoesNotRun() => RunAsync(async (unitOfWork, _) =>
    {
        await unitOfWork.RunAsync(_ => AskAsync(unitOfWork), _ => false, CancellationToken.None);
        await unitOfWork.ReadAtOneMomentAsync(_ => AskAsync(unitOfWork), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => unitOfWork.RunAsync<bool>(
            async _ =>
            {
                await AskAsync(unitOfWork);
                throw new InvalidOperationException("It went wrong.");
            },
            CancellationToken.None));
        await unitOfWork.RunAsync(_ => Add("next"), CancellationToken.None);

        Assert.Equal(["next"], _done);
    });

    [Fact]
    public Task AfterCommit_OfWorkThatIsTriedAgain_RunsOnce() => RunAsync(async (unitOfWork, _) =>
    {
        var attempts = 0;
        await unitOfWork.RunAsync(
            async _ =>
            {
                await AskAsync(unitOfWork);
                return ++attempts == 1 ? throw new TimeoutException("The database was away.") : true;
            },
            CancellationToken.None);

        Assert.Equal(2, attempts);
        Assert.Equal(["after"], _done);
    });

    [Fact]
    public Task AfterCommit_ThatFails_LeavesTheAnswerAndTheOthers() => RunAsync(async (unitOfWork, _) =>
    {
        var answer = await unitOfWork.RunAsync(
            async _ =>
            {
                unitOfWork.AfterCommit(_ => throw new InvalidOperationException("Nobody listens."));
                await AskAsync(unitOfWork);
                return "answer";
            },
            CancellationToken.None);

        Assert.Equal("answer", answer);
        Assert.Equal(["after"], _done);
    });

    [Fact]
    public Task AfterCommit_WithinWorkThatJoinsATransaction_WaitsForTheOuterCommit() => RunAsync(async (unitOfWork, _) =>
    {
        await unitOfWork.RunAsync(
            async _ =>
            {
                await unitOfWork.RunAsync(_ => AskAsync(unitOfWork), CancellationToken.None);
                return await Add("work");
            },
            CancellationToken.None);

        Assert.Equal(["work", "after"], _done);
    });

    [Fact]
    public Task AfterCommit_WithoutATransaction_IsRefused() => RunAsync((unitOfWork, _) =>
    {
        Assert.Throws<InvalidOperationException>(() => unitOfWork.AfterCommit(_ => Add("never")));
        return Task.CompletedTask;
    });

    private async Task<bool> AskAsync(UnitOfWork unitOfWork)
    {
        await Task.Yield();
        unitOfWork.AfterCommit(_ => Add("after"));
        return true;
    }

    private Task<bool> Add(string what)
    {
        _done.Add(what);
        return Task.FromResult(true);
    }

    private async Task RunAsync(Func<UnitOfWork, PortalDbContext, Task> test)
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        await test(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
