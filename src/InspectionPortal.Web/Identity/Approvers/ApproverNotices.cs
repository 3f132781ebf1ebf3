using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Approvers;

/// <summary>
/// E-mails to those who notice when an approval is not what it seems: the chief officers and partnership leads are written to
/// when a chief officer comes or goes, and at every approval. Runs within the partnership, in the work's own transaction.
/// </summary>
public sealed class ApproverNotices(PortalDbContext database, Outbox outbox, TenantScope scope, PublicAddress address, MailAvailability mail)
{
    private const string Kind = "approvers";

    /// <summary>
    /// Someone is a chief officer now. Where no other chief officer can notice, the platform administrators are written to as well.
    /// </summary>
    public async Task AddedAsync(PortalUser officer, string? capacity, CancellationToken cancellationToken)
    {
        var (readers, partnership) = await PlaceAsync(cancellationToken);
        if (!readers.Exists(r => r.IsChiefOfficer && r.UserId != officer.Id))
        {
            readers.AddRange(await AdministratorsAsync(cancellationToken));
        }

        Write(readers.Where(r => r.UserId != officer.Id), () => new MailContent($"{partnership.Name}: a chief officer was added")
            .Paragraph($"{officer.DisplayName} ({officer.Email}) confirmed by e-mail that they are a chief officer of {partnership.Name}"
                + $"{(capacity is null ? "" : $", and approves as {capacity}")}. They can approve its quarterly reports.")
            .Paragraph("If this is not right, contact the partnership lead. If you are still not sure, contact the platform administrator."));
    }

    /// <summary>Someone is no longer a chief officer. They are written to as well.</summary>
    public async Task RemovedAsync(PortalUser officer, string by, CancellationToken cancellationToken)
    {
        var (readers, partnership) = await PlaceAsync(cancellationToken);
        readers.Add(new Reader(officer.Id, officer.Email!, officer.DisplayName, true));
        Write(readers, () => new MailContent($"{partnership.Name}: a chief officer was removed")
            .Paragraph($"{by} removed {officer.DisplayName} as a chief officer of {partnership.Name}. They can no longer approve its quarterly reports.")
            .Paragraph("With fewer chief officers, a quarter may need fewer approvals. If this is not right, contact the partnership lead. If you are still not sure, contact the platform administrator."));
    }

    /// <summary>
    /// A chief officer approved a quarter. They are written to as well, so that an approval in their name cannot go unseen.
    /// </summary>
    /// <param name="approval">Who approved what, and how far the quarter is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ApprovedAsync(ApprovalNotice approval, CancellationToken cancellationToken)
    {
        var (readers, partnership) = await PlaceAsync(cancellationToken, approval.ById);
        var link = address.For($"/{partnership.Slug}/reports/{approval.PeriodId}");
        Write(readers, () => new MailContent($"{partnership.Name}: {approval.Subject} {(approval.IsPublished ? "is approved and published"
                : approval.IsByDelegate ? "was approved for one chief officer" : "was approved by one chief officer")}")
            .Paragraph($"{approval.Who} approved {approval.Subject}. It has {approval.Approvals} of {approval.Quorum} approvals"
                + (approval.IsPublished ? " and is published."
                    : approval.StillToSign.Count == 0 ? "." : $". Still to sign: {EnglishText.List(approval.StillToSign)}."))
            .Action("Read the report", link)
            .Paragraph("If you approved it, you do not need to do anything. If something is not right, contact the other chief officers. If someone used your account, contact the platform administrator straight away."));
    }

    /// <summary>
    /// A chief officer recorded that they do not agree. Their words stay in the portal. They are written to as well.
    /// </summary>
    /// <param name="dissent">Who does not agree with what, and how far the quarter is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task DissentedAsync(ApprovalNotice dissent, CancellationToken cancellationToken)
    {
        var (readers, partnership) = await PlaceAsync(cancellationToken, dissent.ById);
        var link = address.For($"/{partnership.Slug}/reports/{dissent.PeriodId}");
        var who = dissent.IsByDelegate ? "the delegate of a chief officer" : "a chief officer";
        Write(readers, () => new MailContent($"{partnership.Name}: {who} does not agree with {dissent.Subject}")
            .Paragraph($"{dissent.Who} recorded that they do not agree with {dissent.Subject}. "
                + $"It has {dissent.Approvals} of {dissent.Quorum} approvals. This is not one of them, and it does not return "
                + $"{(dissent.IsCorrection ? "the correction" : "the quarter")}.")
            .Action("Read the report", link)
            .Paragraph("If something is not right, contact the other chief officers. "
                + "If someone used your account, contact the platform administrator straight away."));
    }

    /// <summary>Somebody changed how reports are signed: those who would notice a quorum that was lowered get an e-mail.</summary>
    /// <param name="by">Name of who changed it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SigningChangedAsync(string by, CancellationToken cancellationToken)
    {
        var (readers, partnership) = await PlaceAsync(cancellationToken);
        Write(readers, () => new MailContent($"{partnership.Name}: how reports are signed was changed")
            .Paragraph($"{by} changed how many chief officers must approve a quarterly report of {partnership.Name}, "
                + "or which agencies must sign it. It counts for reports submitted from now on.")
            .Action("See the reports", address.For($"/{partnership.Slug}/reports"))
            .Paragraph("If this is not right, contact the partnership lead. "
                + "If you are still not sure, contact the platform administrator."));
    }

    /// <summary>Writes to the chief officers and partnership leads, and to a delegate.</summary>
    internal async Task WriteAsync(Guid delegateId, Func<MailContent> content, CancellationToken cancellationToken) =>
        Write((await PlaceAsync(cancellationToken, delegateId)).Readers, content);

    private void Write(IEnumerable<Reader> readers, Func<MailContent> content)
    {
        if (!mail.CanSend)
        {
            return;
        }

        foreach (var reader in readers.DistinctBy(r => r.UserId))
        {
            outbox.Add(Kind, reader.Email, reader.Name, content());
        }
    }

    /// <summary>The chief officers and leads who can be written to, and one person more: a delegate is neither.</summary>
    private async Task<(List<Reader> Readers, Place Partnership)> PlaceAsync(CancellationToken cancellationToken, Guid? another = null)
    {
        var place = await database.Partnerships.Where(p => p.Id == scope.TenantId).Select(p => new Place(p.Name, p.Slug)).FirstAsync(cancellationToken);
        var rows = await database.Memberships.AsNoTracking()
            .Where(m => m.Role == PartnershipRole.PartnershipLead || m.Role == PartnershipRole.ChiefOfficer || m.UserId == another)
            .Where(m => !m.User!.IsDisabled && m.User.EmailConfirmed)
            .Select(m => new Reader(m.UserId, m.User!.Email!, m.User.DisplayName, m.Role == PartnershipRole.ChiefOfficer))
            .ToListAsync(cancellationToken);
        return (rows, place);
    }

    private Task<List<Reader>> AdministratorsAsync(CancellationToken cancellationToken) => database.Users.AsNoTracking()
        .Where(u => u.IsPlatformAdministrator && !u.IsDisabled && u.EmailConfirmed)
        .Select(u => new Reader(u.Id, u.Email!, u.DisplayName, false)).ToListAsync(cancellationToken);

    private sealed record Reader(Guid UserId, string Email, string Name, bool IsChiefOfficer);

    private sealed record Place(string Name, string Slug);
}
