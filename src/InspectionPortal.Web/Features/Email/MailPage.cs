using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Features.Email;

/// <summary>The page of e-mails that have not gone out.</summary>
public sealed record MailPage(MailStatus Status, IReadOnlyList<MailRow> Rows);
