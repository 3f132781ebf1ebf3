using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// E-mails to those who can read a report when it is published, corrected, withheld or shown again: the members, and the link officers
/// who have access to its plan now. One message a person, in the transaction of the decision. The reason is not in it: it may be
/// confidential, and the page says it. A demonstration that is held to a day writes to nobody.
/// </summary>
internal sealed class ReportNotices(PortalDbContext database, Outbox outbox, TenantScope scope, PublicAddress address,
    MailAvailability mail, TimeProvider time)
{
    private const string Kind = "report";

    /// <summary>
    /// Published or corrected. Chief officers and partnership leads are left out: the e-mail about the approval tells them.
    /// </summary>
    public Task PublishedAsync(PublishedReport report, CancellationToken cancellationToken) => WriteAsync(
        report,
        report.Number == 1 ? "was published" : "was corrected",
        report.Number == 1
            ? $"The chief officers approved the report of {report.Title}. It is published."
            : $"The chief officers approved a correction of the report of {report.Title}. It is version {report.Number}.",
        isToDeciders: false, cancellationToken);

    public Task WithheldAsync(PublishedReport report, CancellationToken cancellationToken) => WriteAsync(
        report, "is withheld",
        $"A chief officer has withheld version {report.Number} of the report of {report.Title} on legal grounds. The page says why.",
        isToDeciders: true, cancellationToken);

    public Task ReleasedAsync(PublishedReport report, CancellationToken cancellationToken) => WriteAsync(
        report, "can be read again", $"Version {report.Number} of the report of {report.Title} is no longer withheld. The page says why.",
        isToDeciders: true,
        cancellationToken);

    private async Task WriteAsync(PublishedReport report, string what, string words, bool isToDeciders, CancellationToken cancellationToken)
    {
        var place = await database.Partnerships.AsNoTracking().Where(p => p.Id == scope.TenantId)
            .Select(p => new { p.Name, p.Slug, p.AsAt }).FirstAsync(cancellationToken);
        if (place.AsAt is not null || !mail.CanSend)
        {
            return;
        }

        var link = address.For($"/{place.Slug}/reports/{report.PeriodId}/versions/{report.Number}");
        var readers = await MembersAsync(isToDeciders, cancellationToken);
        readers.AddRange(await OfficersAsync(report.PlanId, cancellationToken));
        foreach (var reader in readers.DistinctBy(r => r.UserId))
        {
            outbox.Add(Kind, reader.Email, reader.Name, new MailContent($"{place.Name}: the report of {report.Title} {what}")
                .Paragraph(words)
                .Action("Go to the report", link)
                .Paragraph($"You get this e-mail because you can read the reports of {place.Name}."));
        }
    }

    private async Task<List<Reader>> MembersAsync(bool isToDeciders, CancellationToken cancellationToken)
    {
        var members = await database.Memberships.AsNoTracking().Where(m => !m.User!.IsDisabled && m.User.EmailConfirmed)
            .Select(m => new { m.UserId, m.User!.Email, m.User.DisplayName, m.Role }).ToListAsync(cancellationToken);
        var deciders = members.Where(m => m.Role is PartnershipRole.ChiefOfficer or PartnershipRole.PartnershipLead)
            .Select(m => m.UserId).ToHashSet();
        return
        [
            .. members.Where(m => m.Email is not null && (isToDeciders || !deciders.Contains(m.UserId)))
                .Select(m => new Reader(m.UserId, m.Email ?? string.Empty, m.DisplayName)),
        ];
    }

    /// <summary>
    /// Officers of the bodies with access to the plan at this moment; only the named one where access is for one officer.
    /// </summary>
    private async Task<List<Reader>> OfficersAsync(Guid plan, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var grants = await database.ScrutinyGrants.AsNoTracking()
            .Where(g => g.PlanId == plan && g.RevokedAt == null && g.From <= now && (g.Until == null || g.Until > now))
            .Select(g => new { g.BodyId, g.OfficerUserId }).ToListAsync(cancellationToken);
        var bodies = grants.Select(g => g.BodyId).Distinct().ToList();
        var officers = await database.Set<Domain.Scrutiny.LinkOfficer>().AsNoTracking()
            .Where(o => bodies.Contains(o.BodyId) && !o.User!.IsDisabled && o.User.EmailConfirmed)
            .Select(o => new { o.BodyId, o.UserId, o.User!.Email, o.User.DisplayName }).ToListAsync(cancellationToken);
        return
        [
            .. officers.Where(o => o.Email is not null
                && grants.Exists(g => g.BodyId == o.BodyId && (g.OfficerUserId is null || g.OfficerUserId == o.UserId)))
                .Select(o => new Reader(o.UserId, o.Email ?? string.Empty, o.DisplayName)),
        ];
    }

    private sealed record Reader(Guid UserId, string Email, string Name);
}
