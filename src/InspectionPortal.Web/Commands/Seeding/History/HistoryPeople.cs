using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>The people of a partnership, ready to act with the roles they have in it.</summary>
/// <param name="slug">The partnership.</param>
/// <param name="sessions">Their sessions by the first part of their address.</param>
internal sealed class HistoryPeople(string slug, IReadOnlyDictionary<string, PortalSession> sessions)
{
    public string Slug => slug;

    /// <summary>Their session, confirmed just now.</summary>
    /// <exception cref="SeedException">There is nobody of that name.</exception>
    public PortalSession Session(string who, DateTimeOffset now) =>
        Of(who) with { Proof = new SessionProof(Guid.Empty, SignInFactor.Password, now) };

    public Guid Id(string who) => Of(who).UserId;

    /// <summary>Reads the members. For their sessions today is the clock's day, not the partnership's as-at date.</summary>
    public static async Task<HistoryPeople> ReadAsync(PortalDbContext database, int tenantId, CancellationToken cancellationToken)
    {
        var own = await database.Partnerships.AsNoTracking().SingleAsync(p => p.Id == tenantId, cancellationToken);
        var place = new SessionPartnership(
            own.Id, own.Slug, own.Name, own.Kind, own.Vocabulary, own.RagKey, own.Quorum, own.TimeZone, null, own.DemonstrationNote,
            own.Layout)
        {
            LeadMayApprove = own.LeadMayApprove,
        };
        var members = await database.Memberships.AsNoTracking().Include(m => m.User).ToListAsync(cancellationToken);
        return new HistoryPeople(own.Slug, members.GroupBy(m => m.UserId).ToDictionary(
            g => g.First().User!.Email!.Split('@')[0],
            g => Session(g.First().User!, new SessionMembership(
                place, g.Select(m => m.Role).ToHashSet(), g.Select(m => m.Capacity).FirstOrDefault(c => c is not null))),
            StringComparer.Ordinal));
    }

    private static PortalSession Session(PortalUser user, SessionMembership membership) =>
        new(user.Id, user.DisplayName, user.Email!, false, [membership], [], [])
        {
            SecondFactor = new SecondFactorState(false, null),
            Proof = new SessionProof(Guid.Empty, SignInFactor.Password, DateTimeOffset.MinValue),
        };

    private PortalSession Of(string who) =>
        sessions.GetValueOrDefault(who) ?? throw new SeedException($"{slug}: there is no account '{who}'.");
}
