using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>Tells a link officer by e-mail that their request was answered. Neither question nor answer goes in.</summary>
internal sealed class RequestNotices(
    PortalDbContext database, CurrentSession current, Outbox outbox, PublicAddress address, MailAvailability mail)
{
    private const string MailKind = "request";

    /// <summary>In the work's own transaction; the caller saves. A demonstration writes to nobody.</summary>
    public async Task AnsweredAsync(ScrutinyRequest request, CancellationToken cancellationToken)
    {
        var here = current.RequiredTenant.Partnership;
        var officer = await database.Users.AsNoTracking()
            .Where(u => u.Id == request.AskedByUserId && !u.IsDisabled && u.EmailConfirmed
                && database.LinkOfficers.Any(o => o.UserId == u.Id && o.BodyId == request.BodyId))
            .Select(u => new { u.Email, u.DisplayName }).FirstOrDefaultAsync(cancellationToken);
        if (officer is null || here.AsAt is not null || !mail.CanSend)
        {
            return;
        }

        outbox.Add(MailKind, officer.Email ?? string.Empty, officer.DisplayName, new MailContent($"{here.Name}: your request was answered")
            .Paragraph($"{here.Name} answered what you asked about {here.Vocabulary.RecommendationWord} {request.Recommendation?.Number}.")
            .Action("Read the answer", address.For($"/{here.Slug}/recommendations/{request.RecommendationId}#requests"))
            .Paragraph($"You get this e-mail because you asked in the portal as an officer of {request.BodyName}."));
    }
}
