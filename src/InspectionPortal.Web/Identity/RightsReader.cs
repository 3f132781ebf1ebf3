using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>Reads what people are and may do: memberships, delegations, grants and scrutiny bodies.</summary>
public sealed class RightsReader(PortalDbContext database, UnitOfWork unitOfWork, TenantScope scope, TimeProvider time)
{
    /// <summary>Everything that a person may enter now, in one command. Call it once the scope names the person.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<PersonRights> ReadAsync(Guid userId, CancellationToken cancellationToken) =>
        unitOfWork.RunAsync(token => QueryAsync(userId, token), cancellationToken);

    /// <summary>
    /// Partnerships at work that a person is a member of now, for work that answers them without a session. Call it on a reader in a scope
    /// of its own: the database shows that person's rows only.
    /// </summary>
    public Task<IReadOnlyList<int>> ListPartnershipsAsync(Guid userId, CancellationToken cancellationToken)
    {
        scope.EnterUser(userId);
        return unitOfWork.ReadAtOneMomentAsync<IReadOnlyList<int>>(
            async token => await database.Memberships.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(m => m.UserId == userId)
                .Join(database.Partnerships.Where(p => p.State == PartnershipState.Active), m => m.TenantId, p => p.Id, (_, p) => p.Id)
                .Distinct().OrderBy(id => id).ToListAsync(token),
            cancellationToken);
    }

    /// <summary>
    /// What is open to a link officer now, for work that reads as they do without a session. Call it on a reader in a scope of its own: the
    /// database shows that person's grants only.
    /// </summary>
    public Task<IReadOnlyList<SessionGrant>> ListGrantsAsync(Guid userId, CancellationToken cancellationToken)
    {
        scope.EnterUser(userId);
        return unitOfWork.ReadAtOneMomentAsync<IReadOnlyList<SessionGrant>>(
            async token =>
            {
                var now = time.GetUtcNow();
                var members = database.Memberships.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(m => m.UserId == userId);
                var rows = await database.LinkOfficers.Where(o => o.UserId == userId)
                    .Join(database.ScrutinyGrants, o => o.BodyId, g => g.BodyId, (o, g) => new { o.Body, Grant = g })
                    .Where(x => x.Grant.RevokedAt == null && x.Grant.From <= now && (x.Grant.Until == null || x.Grant.Until > now)
                        && (x.Grant.OfficerUserId == null || x.Grant.OfficerUserId == userId) && !members.Any(
                            m => m.TenantId == x.Grant.TenantId))
                    .Join(database.Partnerships.Where(p => p.State == PartnershipState.Active), x => x.Grant.TenantId, p => p.Id,
                        (x, p) => new { x.Grant, BodyName = x.Body!.Name, Partnership = p })
                    .IgnoreQueryFilters([PortalDbContext.TenantFilter]).AsNoTracking().ToListAsync(token);
                return [.. rows.Select(r => GrantOf(r.Grant, r.BodyName, r.Partnership)).OrderBy(g => g.Partnership.Name,
                    StringComparer.CurrentCulture)];
            },
            cancellationToken);
    }

    private async Task<PersonRights> QueryAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var memberships = database.Memberships.IgnoreQueryFilters([PortalDbContext.TenantFilter]);
        var delegations = database.ApprovalDelegations.IgnoreQueryFilters([PortalDbContext.TenantFilter]).WithBothRoles(memberships);
        var grants = database.ScrutinyGrants.IgnoreQueryFilters([PortalDbContext.TenantFilter]);
        var rows = await database.Users.AsNoTracking()
            .Where(u => u.Id == userId)
            .Select(u => new
            {
                Memberships = memberships.Where(m => m.UserId == u.Id)
                    .Join(database.Partnerships.Where(p => p.State == PartnershipState.Active), m => m.TenantId, p => p.Id, (m, p) => new { m.Role, m.Capacity, Partnership = p })
                    .ToList(),
                Delegations = delegations.Where(d => d.DelegateUserId == u.Id && d.EndedAt == null)
                    .Select(d => new
                    {
                        Delegation = d,
                        Officer = d.Officer!.DisplayName,
                        Roles = memberships.Where(m => m.TenantId == d.TenantId && m.UserId == d.OfficerUserId)
                            .Select(m => new { m.Role, m.Capacity }).ToList(),
                    })
                    .ToList(),
                Bodies = database.LinkOfficers.Where(o => o.UserId == u.Id)
                    .Select(o => new { o.Body!.Id, o.Body.Name, o.Body.ShortName, o.Body.OfficerTitle, o.IsAdministrator })
                    .ToList(),
                Grants = database.LinkOfficers.Where(o => o.UserId == u.Id)
                    .Join(grants, o => o.BodyId, g => g.BodyId, (o, g) => new { o.Body, Grant = g })
                    .Where(x => x.Grant.RevokedAt == null && (x.Grant.Until == null || x.Grant.Until > now)
                        && (x.Grant.OfficerUserId == null || x.Grant.OfficerUserId == userId))
                    .Join(database.Partnerships.Where(p => p.State == PartnershipState.Active), x => x.Grant.TenantId, p => p.Id, (x, p) => new { x.Grant, BodyName = x.Body!.Name, Partnership = p })
                    .ToList(),
            })
            .AsSingleQuery()
            .FirstAsync(cancellationToken);

        // Nobody is at once a member of a partnership and a link officer to it: membership wins.
        var own = rows.Memberships.Select(m => m.Partnership.Id).ToHashSet();
        return new PersonRights(
            [.. rows.Memberships.GroupBy(m => m.Partnership.Id).Select(g => new SessionMembership(
                Of(g.First().Partnership), g.Select(m => m.Role).ToHashSet(), g.Select(m => m.Capacity).FirstOrDefault(c => c is not null))
            {
                DelegateFor = rows.Delegations
                    .Where(d => d.Delegation.TenantId == g.Key)
                    .Where(d => d.Delegation.IsOn(DateFormat.LocalDay(now, g.First().Partnership.TimeZone)))
                    .OrderBy(d => d.Delegation.NamedAt).ThenBy(d => d.Delegation.Id)
                    .Select(d => new SessionDelegation(
                        d.Delegation.OfficerUserId, d.Officer, d.Roles.Select(r => r.Capacity).FirstOrDefault(c => c is not null),
                        d.Roles.Exists(r => r.Role == PartnershipRole.PartnershipLead), d.Delegation.Until))
                    .FirstOrDefault(),
            })
                .OrderBy(m => m.Partnership.Name, StringComparer.CurrentCulture)],
            [.. rows.Grants.Where(g => g.Grant.From <= now && !own.Contains(g.Partnership.Id)).Select(g => GrantOf(g.Grant, g.BodyName, g.Partnership))
                .OrderBy(g => g.Partnership.Name, StringComparer.CurrentCulture)],
            [.. rows.Bodies.Select(b => new SessionBody(b.Id, b.Name, b.ShortName)
            {
                OfficerTitle = b.OfficerTitle,
                IsAdministrator = b.IsAdministrator,
            })])
        {
            Until = rows.Grants.Select(g => g.Grant.From > now ? g.Grant.From : g.Grant.Until)
                .Concat(rows.Delegations.SelectMany(d => rows.Memberships.Where(m => m.Partnership.Id == d.Delegation.TenantId))
                    .Select(m => (DateTimeOffset?)TomorrowIn(m.Partnership, now)))
                .Min(),
        };
    }

    private static DateTimeOffset TomorrowIn(Partnership partnership, DateTimeOffset now) =>
        DateFormat.StartOf(DateFormat.LocalDay(now, partnership.TimeZone).AddDays(1), partnership.TimeZone);

    private static SessionGrant GrantOf(ScrutinyGrant grant, string body, Partnership partnership) => new(
        grant.Id, ForScrutiny(partnership), grant.BodyId, body, grant.PlanId, grant.Scope, grant.From, grant.Until);

    private static SessionPartnership ForScrutiny(Partnership p) => Of(p) with { Layout = p.Layout.ForScrutiny() };

    private static SessionPartnership Of(Partnership p) =>
        new(p.Id, p.Slug, p.Name, p.Kind, p.Vocabulary, p.RagKey, p.Quorum, p.TimeZone, p.AsAt, p.DemonstrationNote, p.Layout)
        {
            LeadMayApprove = p.LeadMayApprove,
        };
}
