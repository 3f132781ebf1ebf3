using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Tests.Infrastructure.PageCaching;

public sealed class KeptRightsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Person = Guid.NewGuid();

    [Fact]
    public void Find_AtAnotherRevisionOrForSomebodyElse_FindsNothing()
    {
        var kept = new KeptRights();
        kept.Keep(Person, 5, new PersonRights([], [], []));

        Assert.NotNull(kept.Find(Person, 5, Now));
        Assert.Null(kept.Find(Guid.NewGuid(), 5, Now));
        Assert.Null(kept.Find(Person, 4, Now));
        Assert.Null(kept.Find(Person, 6, Now));
    }

    [Fact]
    public void Find_FromTheMomentWhenARightBeginsOrEnds_FindsNothing()
    {
        var kept = new KeptRights();
        kept.Keep(Person, 5, new PersonRights([], [], []) { Until = Now });

        Assert.NotNull(kept.Find(Person, 5, Now.AddTicks(-1)));
        Assert.Null(kept.Find(Person, 5, Now));
    }

    [Fact]
    public void Keep_AtAnEarlierRevision_KeepsNothing()
    {
        var kept = new KeptRights();
        kept.Keep(Person, 5, new PersonRights([], [], []));
        kept.Keep(Person, 4, new PersonRights([], [], []));

        Assert.Null(kept.Find(Person, 4, Now));
        Assert.NotNull(kept.Find(Person, 5, Now));
    }
}
