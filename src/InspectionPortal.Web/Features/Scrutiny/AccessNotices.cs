using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// Tells partnership leads and the link officers of a body that access was granted, and that it ends soon. Within one partnership and
/// in the work's own transaction; the caller saves. No title of a plan goes in. A demonstration writes to nobody.
/// </summary>
internal sealed class AccessNotices(
    PortalDbContext database, Notifier notifier, Outbox outbox, PublicAddress address, MailAvailability mail, TimeProvider time)
{
    private const string MailKind = "access";

    /// <summary>Access was granted.</summary>
    /// <param name="grants">The access: to one or more plans, of the body or of some officers.</param>
    /// <param name="by">Name of who granted it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task GrantedAsync(IReadOnlyList<ScrutinyGrant> grants, string by, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(grants[0], cancellationToken);
        var plans = grants.Select(g => g.PlanId).Distinct().Count();
        var what = $"{(plans == 1 ? Scope(grants[0]) : $"{plans} plans or their reports")}, {Days(grants[0], place)}";
        await TellLeadsAsync(NotificationKind.AccessGranted, $"{by} gave {place.Body} access to {what}.", cancellationToken);
        foreach (var grant in grants.DistinctBy(g => g.OfficerUserId))
        {
            await WriteAsync(
                grant, place, $"{place.Name}: you have access",
                $"{by} of {place.Name} gave {place.Body} access to {what}. {place.Name} sees what you read.", cancellationToken);
        }
    }

    /// <summary>Access was given another end.</summary>
    public async Task RenewedAsync(ScrutinyGrant grant, string by, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(grant, cancellationToken);
        await TellLeadsAsync(
            NotificationKind.AccessGranted, $"{by} renewed the access of {place.Body} to {Scope(grant)}, {Days(grant, place)}.",
                cancellationToken);
        await WriteAsync(
            grant, place, $"{place.Name}: your access was renewed",
            $"{by} of {place.Name} renewed the access of {place.Body} to {Scope(grant)}, {Days(grant, place)}.", cancellationToken);
    }

    /// <summary>Access ends soon; see <see cref="ScrutinyGrant.ExpiryNoticeAt"/>.</summary>
    public async Task ExpiringAsync(ScrutinyGrant grant, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(grant, cancellationToken);
        var day = LastDay(grant, place);
        await TellLeadsAsync(
            NotificationKind.AccessExpiring, $"The access of {place.Body} to {Scope(grant)} ends on {day}.", cancellationToken);
        await WriteAsync(
            grant, place, $"{place.Name}: your access ends on {day}",
            $"The access of {place.Body} to {Scope(grant)} of {place.Name} ends on {day}. "
            + "If you need it for longer, ask the partnership lead.",
            cancellationToken);
    }

    /// <summary>"until the end of 30 June 2027", with the first day where that is to come.</summary>
    private string Days(ScrutinyGrant grant, Place place) =>
        (grant.From > time.GetUtcNow() ? $"from {DateFormat.Full(grant.From, place.TimeZone)} " : string.Empty)
        + (grant.Until is null ? "until it is revoked" : $"until the end of {LastDay(grant, place)}");

    private static string Scope(ScrutinyGrant grant) =>
        grant.Scope == GrantScope.LivePlan ? "a plan and its reports" : "the approved reports of a plan";

    /// <summary>The last day on which it is open, in the partnership's zone.</summary>
    private static string LastDay(ScrutinyGrant grant, Place place) =>
        DateFormat.Full(DateFormat.LocalDay(grant.Until.GetValueOrDefault().AddTicks(-1), place.TimeZone));

    private async Task TellLeadsAsync(NotificationKind kind, string text, CancellationToken cancellationToken) => notifier.Tell(
        await database.Memberships.Where(m => m.Role == PartnershipRole.PartnershipLead && !m.User!.IsDisabled).Select(m => m.UserId)
            .ToListAsync(cancellationToken),
        kind, text, "/people/scrutiny");

    private async Task WriteAsync(ScrutinyGrant grant, Place place, string subject, string text, CancellationToken cancellationToken)
    {
        if (place.AsAt is not null || !mail.CanSend)
        {
            return;
        }

        var officers = await database.LinkOfficers.AsNoTracking()
            .Where(o => o.BodyId == grant.BodyId && (grant.OfficerUserId == null || o.UserId == grant.OfficerUserId))
            .Where(o => !o.User!.IsDisabled && o.User.EmailConfirmed)
            .Select(o => new { o.User!.Email, o.User.DisplayName }).ToListAsync(cancellationToken);
        foreach (var officer in officers)
        {
            outbox.Add(MailKind, officer.Email ?? string.Empty, officer.DisplayName, new MailContent(subject)
                .Paragraph(text)
                .Action($"Go to {place.Name}", address.For($"/{place.Slug}"))
                .Paragraph(
                    $"You get this e-mail because you are {EnglishText.WithArticle(EnglishText.Within(place.OfficerTitle))} "
                + $"of {place.Body}."));
        }
    }

    private async Task<Place> PlaceAsync(ScrutinyGrant grant, CancellationToken cancellationToken)
    {
        var body = await database.ScrutinyBodies.Where(b => b.Id == grant.BodyId).Select(b => new { b.Name, b.OfficerTitle })
            .SingleAsync(cancellationToken);
        return await database.Partnerships.AsNoTracking().Where(p => p.Id == database.CurrentTenantId)
            .Select(p => new Place(p.Name, p.Slug, p.TimeZone, p.AsAt, body.Name, body.OfficerTitle)).SingleAsync(cancellationToken);
    }

    private sealed record Place(string Name, string Slug, string TimeZone, DateOnly? AsAt, string Body, string OfficerTitle);
}
