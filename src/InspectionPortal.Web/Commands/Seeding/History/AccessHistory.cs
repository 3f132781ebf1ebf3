using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Features.Reports;
using InspectionPortal.Web.Features.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>How reports are signed, and which scrutiny bodies may read what.</summary>
internal sealed class AccessHistory(HistorySeed seed, string earlier, string later)
{
    public IEnumerable<HistoryEvent> Events() =>
    [
        new HistoryEvent(HistoryDays.At(seed.Signing.On, 9), SignAsync),
        .. seed.Grants.Select((g, i) => new HistoryEvent(HistoryDays.At(g.On, 13, i), stage => GrantAsync(stage, g))),
    ];

    private async Task SignAsync(HistoryStage stage)
    {
        var signatories = new List<SignatoryRow>();
        foreach (var (who, agency) in seed.Signing.SignsFor)
        {
            signatories.Add(new SignatoryRow { UserId = stage.People.Id(who), AgencyId = await stage.Find.AgencyAsync(agency) });
        }

        await stage.SendAsync("lead", new EditSigning
        {
            Version = await stage.Database.Partnerships.Where(p => p.Slug == stage.People.Slug).Select(p => p.Version).SingleAsync(),
            Quorum = seed.Signing.Quorum,
            Agencies = [.. signatories.Select(s => s.AgencyId).OfType<Guid>()],
            Signatories = signatories,
        });
    }

    private async Task GrantAsync(HistoryStage stage, HistoryGrantSeed grant) => await stage.SendAsync("lead", new GrantScrutinyAccess
    {
        BodyId = await stage.Database.ScrutinyBodies.Where(b => b.ShortName == grant.Body).Select(b => b.Id).SingleAsync(),
        PlanId = await stage.Find.PlanAsync(grant.Plan == "earlier" ? earlier : later),
        Scope = SeedText.Choice<GrantScope>(grant.Scope),
        Until = SeedText.DateOrNull(grant.Until),
    });
}
